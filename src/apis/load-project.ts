import { loadContract } from '../contract/load/load-contract.ts';
import type { Contract } from '../contract/model/contract.ts';
import type { MockApi } from '../mock/create-mock.ts';
import { loadScenarioFile } from '../mock/scenarios/scenario-file.ts';
import type { Project, ProjectApi } from '../project/project.ts';
import { readProject } from '../project/read-project.ts';
import { importBehaviour, importProvider } from './import-module.ts';
import { SHIPPED_REGISTRY } from './root.ts';

/** Of a contract that is not strict as much is kept as can be. */
export const LENIENT = { isForeign: true, brokenAnswers: 'report' } as const;

type LoadContract = (file: string) => Promise<Contract>;

/** Loads the APIs of a project that are mocked, with all that is known of them; those that ship with this package unless given. */
export async function loadProject(
  project?: Project,
  load: LoadContract = loadContract,
): Promise<MockApi[]> {
  const { apis } = project ?? (await readProject(SHIPPED_REGISTRY));
  return Promise.all(listMocked(apis).map((api) => loadProjectApi(api, load)));
}

/** Lists the APIs of a project that are mocked. */
export function listMocked(apis: readonly ProjectApi[]): ProjectApi[] {
  return apis.filter(({ mount }) => mount !== false);
}

/** Loads one of them. */
export async function loadProjectApi(api: ProjectApi, load: LoadContract): Promise<MockApi> {
  const [contract, provider, behaviour, scenarios] = await Promise.all([
    load(api.contract),
    api.errors && importProvider(api.errors),
    api.behaviour && importBehaviour(api.behaviour),
    api.scenarios && loadScenarioFile(api.scenarios),
  ]);
  const known = {
    ...(provider || {}),
    behaviour: behaviour || undefined,
    scenarios: scenarios || undefined,
  };
  const kept = api.isStrict ? {} : LENIENT;
  const { name, client } = api;
  return { ...known, ...kept, name, contract, client, ...placeApi(api, contract) };
}

/** Base path of an API on the mock server, and the part of it that is the provider's host. */
export function placeApi(
  { name, mount }: Pick<ProjectApi, 'name' | 'mount'>,
  { basePath }: Contract,
): Pick<MockApi, 'site' | 'mount'> {
  if (typeof mount !== 'string') return { site: `/${name}`, mount: `/${name}${basePath}` };
  const isHost = basePath === '' || !mount.endsWith(basePath);
  return { site: isHost ? mount : mount.slice(0, -basePath.length), mount };
}
