import { resolve } from 'node:path';
import { loadProjectApi } from '../apis/load-project.ts';
import { loadContract } from '../contract/load/load-contract.ts';
import { findRegistry, REGISTRY } from '../project/find-registry.ts';
import type { Project, ProjectApi } from '../project/project.ts';
import { ProjectError } from '../project/project-error.ts';
import { readProject } from '../project/read-project.ts';
import { describeUnknownName } from '../text/nearest-name.ts';
import type { ApiTests } from './contract-test.ts';
import { createContractTests } from './create-contract-tests.ts';

export type { ApiTests, ContractTest, Exclusion } from './contract-test.ts';
export { ContractTestError } from './contract-test-error.ts';

/** Which contracts are tested. */
export interface ListOptions {
  /** Path of a `redocly.yaml`; by default the nearest one, in the working directory or above. */
  readonly project?: string;
  /** Names of its APIs; by default all. */
  readonly apis?: readonly string[];
}

/**
 * Lists the contract tests of a project, for any test runner: each test has a name, and a function that rejects with what is
 * wrong.
 *
 * Throws ProjectError without a project, or for an unknown name; ContractError for a contract that cannot be loaded.
 */
export async function listContractTests({ project, apis }: ListOptions = {}): Promise<ApiTests[]> {
  const { apis: listed } = await openProject(project);
  const chosen = apis === undefined ? listed : apis.map((name) => findApi(name, listed));
  return Promise.all(chosen.map((api) => listApiTests(api)));
}

/** Lists the contract tests of one API. */
export async function listApiTests(api: ProjectApi, allowRemote = false): Promise<ApiTests> {
  const { isStrict } = api;
  const flaws: string[] = [];
  const onFlaws = isStrict ? undefined : (message: string) => flaws.push(message);
  const loaded = await loadProjectApi(api, (file) => loadContract(file, { allowRemote, onFlaws }));
  // As the mock serves it.
  const lenient = { isForeign: true, brokenAnswers: 'report' } as const;
  const found = await createContractTests({ ...loaded, ...(isStrict ? {} : lenient) });
  const parts = flaws.map((reason) => ({ what: 'parts that cannot be used', reason }));
  return { ...found, exclusions: [...parts, ...found.exclusions] };
}

async function openProject(path: string | undefined): Promise<Project> {
  const file = path === undefined ? await findRegistry(process.cwd()) : resolve(path);
  if (file !== undefined) return readProject(file);
  throw new ProjectError(
    `Expected a ${REGISTRY} here or above, found none. Create one that lists your contracts under "apis".`,
  );
}

function findApi(name: string, listed: readonly ProjectApi[]): ProjectApi {
  const api = listed.find((one) => one.name === name);
  if (api !== undefined) return api;
  throw new ProjectError(
    describeUnknownName(
      'API',
      name,
      listed.map((one) => one.name),
    ),
  );
}
