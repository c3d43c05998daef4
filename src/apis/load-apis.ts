import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadContract } from '../contract/load/load-contract.ts';
import type { MockApi } from '../mock/create-mock.ts';
import { findRegistry, REGISTRY } from '../project/find-registry.ts';
import type { ProjectApi } from '../project/project.ts';
import { ProjectError } from '../project/project-error.ts';
import { readProject } from '../project/read-project.ts';
import { describeUnknownName } from '../text/nearest-name.ts';
import { listMocked, loadProjectApi } from './load-project.ts';
import { SHIPPED_REGISTRY } from './root.ts';

export type { MockApi } from '../mock/create-mock.ts';

export interface ApisOptions {
  /**
   * A `redocly.yaml`, or a folder in which or above which one stands: a path from the working directory, or a URL such as
   * `import.meta.url` helps to make. Without it, the registry that is nearest to the working directory, or where there is none,
   * the one of the APIs that ship with this package.
   */
  readonly project?: string | URL | undefined;
  /** Names of the APIs to load; all that are mocked by default. */
  readonly names?: readonly string[] | undefined;
  /**
   * Whether an API acts on the collections that its contract describes, where it has no handler of its own, as with
   * `share-contracts mock --stateful`; by default only one whose settings say so.
   */
  readonly stateful?: boolean | undefined;
  /** Called with what cannot be used of a contract that is not `strict`; `console.warn` by default. */
  readonly warn?: ((message: string) => void) | undefined;
}

/**
 * Loads the APIs of a project as `share-contracts mock` serves them: contracts, behaviours, error formats and scenarios.
 *
 * Throws ProjectError for a registry, module or name that is missing or wrong, and ContractError for a contract that
 * cannot be read, or is `strict` and flawed.
 */
export async function loadApis(options: ApisOptions = {}): Promise<MockApi[]> {
  const { names, stateful: isForAll = false, warn = console.warn } = options;
  const { apis } = await readProject(await findProject(options.project));
  const mocked = listMocked(apis);
  const chosen = names === undefined ? mocked : names.map((name) => findApi(name, mocked));
  return Promise.all(
    chosen.map(async (api) => {
      const flaws = api.isStrict ? {} : { onFlaws: warn };
      const loaded = await loadProjectApi(api, (file) => loadContract(file, flaws));
      return (api.isStateful ?? isForAll) ? await withState(loaded) : loaded;
    }),
  );
}

/** Recognises collections, by code that is loaded only for that. */
async function withState(api: MockApi): Promise<MockApi> {
  const { withCollections } = await import('../mock/collections/with-collections.ts');
  return withCollections(api);
}

async function findProject(project: string | URL | undefined): Promise<string> {
  if (project === undefined) return (await findRegistry(process.cwd())) ?? SHIPPED_REGISTRY;
  const path = project instanceof URL ? fileURLToPath(project) : resolve(project);
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return path;
  const registry = found?.isDirectory() ? await findRegistry(path) : undefined;
  if (registry !== undefined) return registry;
  const what = found === undefined ? 'nothing' : `a folder without one, as are those above it`;
  throw new ProjectError(`Expected a ${REGISTRY} at ${path}, found ${what}.`);
}

function findApi(name: string, apis: readonly ProjectApi[]): ProjectApi {
  const api = apis.find((candidate) => candidate.name === name);
  if (api !== undefined) return api;
  const known = apis.map((candidate) => candidate.name);
  throw new ProjectError(describeUnknownName('API', name, known));
}
