import { loadContract } from '../contract/load/load-contract.ts';
import type { MockApi } from '../mock/create-mock.ts';
import { findRegistry } from '../project/find-registry.ts';
import { readProject } from '../project/read-project.ts';
import { findApis, findProject, type ProjectPlace } from './find-project.ts';
import { listMocked, loadProjectApi } from './load-project.ts';
import { SHIPPED_REGISTRY } from './root.ts';

export type { MockApi } from '../mock/create-mock.ts';
export type { ProjectPlace } from './find-project.ts';

export interface ApisOptions {
  /** By default the project that is nearest to the working directory or, where there is none, the APIs that ship with this package. */
  readonly project?: ProjectPlace | undefined;
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
  const { project } = options;
  const registry = project === undefined ? await findNearest() : await findProject(project);
  const { apis } = await readProject(registry);
  const chosen = findApis(names, listMocked(apis));
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

async function findNearest(): Promise<string> {
  return (await findRegistry(process.cwd())) ?? SHIPPED_REGISTRY;
}
