import { findApis, findProject, type ProjectPlace } from '../apis/find-project.ts';
import { loadProjectApi } from '../apis/load-project.ts';
import { loadContract } from '../contract/load/load-contract.ts';
import { findRegistry, REGISTRY } from '../project/find-registry.ts';
import type { ProjectApi } from '../project/project.ts';
import { ProjectError } from '../project/project-error.ts';
import { readProject } from '../project/read-project.ts';
import type { ApiTests } from './contract-test.ts';
import { createContractTests } from './create-contract-tests.ts';

export type { ApiTests, ContractTest, Exclusion } from './contract-test.ts';
export { ContractTestError } from './contract-test-error.ts';

/** Which contracts are tested. */
export interface ListOptions {
  /** By default the project that is nearest to the working directory. */
  readonly project?: ProjectPlace | undefined;
  /** Names of its APIs; by default all. */
  readonly names?: readonly string[] | undefined;
}

/**
 * Lists the contract tests of a project, for any test runner: each test has a name, and a function that rejects with what is
 * wrong.
 *
 * Throws ProjectError without a project, or for an unknown name; ContractError for a contract that cannot be loaded.
 */
export async function listContractTests({ project, names }: ListOptions = {}): Promise<ApiTests[]> {
  const registry = project === undefined ? await findNearest() : await findProject(project);
  const { apis } = await readProject(registry);
  return Promise.all(findApis(names, apis).map((api) => listApiTests(api)));
}

/** Lists the contract tests of one API. */
export async function listApiTests(api: ProjectApi, allowRemote = false): Promise<ApiTests> {
  const { isStrict } = api;
  const flaws: string[] = [];
  const onFlaws = isStrict ? undefined : (message: string) => flaws.push(message);
  const loaded = await loadProjectApi(api, (file) => loadContract(file, { allowRemote, onFlaws }));
  const found = await createContractTests(loaded);
  const parts = flaws.map((reason) => ({ what: 'parts that cannot be used', reason }));
  return { ...found, exclusions: [...parts, ...found.exclusions] };
}

async function findNearest(): Promise<string> {
  const file = await findRegistry(process.cwd());
  if (file !== undefined) return file;
  throw new ProjectError(
    `Expected a ${REGISTRY} here or above, found none. Create one that lists your contracts under "apis".`,
  );
}
