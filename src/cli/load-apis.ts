import { LENIENT, listMocked, loadProjectApi, placeApi } from '../apis/load-project.ts';
import { loadContract } from '../contract/load/load-contract.ts';
import type { Contract } from '../contract/model/contract.ts';
import type { MockApi } from '../mock/create-mock.ts';
import type { AnswerSettings } from '../mock/prism/answer-settings.ts';
import { scenariosOf } from '../mock/scenarios/compile-scenarios.ts';
import type { Project, ProjectApi } from '../project/project.ts';
import { describeUnknownName } from '../text/nearest-name.ts';
import { checkApart } from './check-apart.ts';
import { createContractCheck } from './check-contracts.ts';
import type { CliEnvironment } from './cli-environment.ts';
import type { ServedApis } from './follow-contracts.ts';
import type { MockCommandOptions } from './mock-command-options.ts';
import { openProject } from './open-project.ts';
import { readTargets, type Spec } from './read-targets.ts';
import { UsageError } from './usage-error.ts';

/** APIs to serve, and the project that all of them are of, if so. */
export interface LoadedApis extends ServedApis {
  readonly project: Project | undefined;
}

/** Loads the APIs that a command line asks for, and says how they are loaded anew. */
export async function loadApis(
  options: MockCommandOptions,
  environment: Pick<CliEnvironment, 'findProject' | 'say'>,
): Promise<LoadedApis> {
  const { files, errors = false, behaviour = [], scenarios = [] } = options;
  const targets = await readTargets(files, () => openProject(environment));
  const { specs, project } = targets;
  const mocked = listMocked(targets.apis);
  const contracts = createContracts(mocked, options, environment.say);
  const extras =
    behaviour.length + scenarios.length > 0
      ? await (await import('./load-behaviours.ts')).loadBehaviours(specs, behaviour, scenarios)
      : undefined;
  const refusal = errors ? ({ brokenAnswers: 'refuse' } as const) : {};
  const loaded = await Promise.all([
    ...mocked.map(async (api) => ({
      ...(await loadProjectApi(api, contracts.loadFirst)),
      ...(api.isStrict ? {} : refusal),
    })),
    ...specs.map(async (spec) => ({
      ...(await loadSpec(spec, contracts.loadFirst)),
      ...LENIENT,
      ...refusal,
      ...extras?.get(spec.name),
    })),
  ]);
  const answers = readAnswerSettings(options);
  const bases = loaded.map((api) => ({ ...api, answers }));
  const extend = await createExtension(options, mocked);
  const apis = bases.map(extend);
  if (options.scenario !== undefined) refuseUnknownScenario(options.scenario, apis);
  return {
    project: specs.length > 0 ? undefined : project,
    apis,
    load: contracts.load,
    checkBeside: contracts.checkBeside,
    withContract: (api, contract) => {
      const known = mocked.find(({ name }) => name === api.name);
      const base = bases.find(({ name }) => name === api.name) ?? api;
      return extend({ ...base, contract, ...(known && placeApi(known, contract)) });
    },
  };
}

/** Makes what gives an API the behaviour that its contract implies, where that is asked for; it is loaded only then. */
async function createExtension(
  { stateful: isForAll = false }: MockCommandOptions,
  mocked: readonly ProjectApi[],
): Promise<(api: MockApi) => MockApi> {
  const own = new Map(mocked.map(({ name, isStateful }) => [name, isStateful]));
  const isWanted = ({ name }: MockApi) => own.get(name) ?? isForAll;
  if (!isForAll && ![...own.values()].includes(true)) return (api) => api;
  const { withCollections } = await import('../mock/collections/with-collections.ts');
  return (api) => (isWanted(api) ? withCollections(api) : api);
}

/** Loads and checks contracts, each as strictly as it is to be kept. */
function createContracts(
  apis: readonly ProjectApi[],
  { strict: isStrict = false, allowRemote }: MockCommandOptions,
  say: CliEnvironment['say'],
) {
  const kept = new Set(apis.flatMap((api) => (api.isStrict ? [api.contract] : [])));
  const checks = {
    kept: createContractCheck({ isOwn: true, isStrict }, say),
    other: createContractCheck({ isOwn: false, isStrict }, say),
  };
  const checkOf = (file: string) => (kept.has(file) ? checks.kept : checks.other);
  const flawed = new Set<string>();
  const load = async (file: string, onFlaws?: (message: string) => void) => {
    const contract = await loadContract(file, { allowRemote, onFlaws });
    await checkOf(file).checkFirst(contract);
    return contract;
  };
  const loadAround = (file: string) =>
    load(file, (message) => {
      say(message);
      flawed.add(file);
    });
  return {
    loadFirst: (file: string) => (isStrict || kept.has(file) ? load(file) : loadAround(file)),
    // An edit that breaks a part is not served in place of a contract that was whole.
    load: (file: string) => (flawed.has(file) ? loadAround(file) : load(file)),
    checkBeside: (contract: Contract) =>
      isStrict || kept.has(contract.file)
        ? checkOf(contract.file).checkBeside(contract)
        : checkApart(contract.file, allowRemote === true, say),
  };
}

function refuseUnknownScenario(name: string, apis: readonly MockApi[]): void {
  const known = new Set(apis.flatMap((api) => [...scenariosOf(api).keys()]));
  if (known.has(name)) return;
  throw new UsageError(describeUnknownName('scenario', name, [...known]));
}

function readAnswerSettings(options: MockCommandOptions): AnswerSettings {
  const { dynamic, seed, ignoreExamples, jsonSchemaFakerFillProperties: fillProperties } = options;
  const generator = fillProperties === undefined ? {} : { fillProperties };
  return { dynamic, seed, ignoreExamples, generator };
}

/** A spec of somebody else's: what it says of its errors is all that is known of them. */
async function loadSpec(
  { name, mount, file }: Spec,
  load: (file: string) => Promise<Contract>,
): Promise<MockApi> {
  return { name, mount, contract: await load(file) };
}
