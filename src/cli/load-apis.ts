import { join } from 'node:path';
import { loadContract } from '../contract/load/load-contract.ts';
import type { Contract } from '../contract/model/contract.ts';
import { describeUnknownName } from '../contract/model/nearest-name.ts';
import type { MockApi } from '../mock/create-mock.ts';
import type { AnswerSettings } from '../mock/prism/answer-settings.ts';
import { scenariosOf } from '../mock/scenarios/compile-scenarios.ts';
import { loadScenarioFile } from '../mock/scenarios/scenario-file.ts';
import { checkApart } from './check-apart.ts';
import { createContractCheck } from './check-contracts.ts';
import { type CliEnvironment, OWN_PACKAGE, type OwnPackage } from './cli-environment.ts';
import type { ServedApis } from './follow-contracts.ts';
import type { MockCommandOptions } from './mock-command-options.ts';
import { readSpecs, type Spec } from './read-specs.ts';
import { UsageError } from './usage-error.ts';

type LoadContract = (file: string) => Promise<Contract>;

/** Loads the APIs that a command line asks for, and says how they are loaded anew. */
export async function loadApis(
  options: MockCommandOptions,
  { own, say }: Pick<CliEnvironment, 'own' | 'say'>,
): Promise<ServedApis> {
  const { strict = false, allowRemote } = options;
  const specs = readSpecs(options.files);
  const isOwn = specs.length === 0;
  const { checkFirst, checkBeside } = createContractCheck({ isOwn, isStrict: strict }, say);
  const flawed = new Set<string>();
  const load = async (file: string, onFlaws?: (message: string) => void) => {
    const contract = await loadContract(file, { allowRemote, onFlaws });
    await checkFirst(contract);
    return contract;
  };
  const loadAround = (file: string) =>
    load(file, (message) => {
      say(message);
      flawed.add(file);
    });
  const { behaviour = [], scenarios = [] } = options;
  const extras =
    behaviour.length + scenarios.length > 0
      ? await (await import('./load-behaviours.ts')).loadBehaviours(specs, behaviour, scenarios)
      : undefined;
  const loaded = isOwn
    ? await loadOwnApis(load, own)
    : await Promise.all(
        specs.map((spec) => loadSpec(spec, strict ? load : loadAround, options.errors)),
      );
  const answers = readAnswerSettings(options);
  const apis = loaded.map((api) => ({ ...api, ...extras?.get(api.name), answers }));
  if (options.scenario !== undefined) refuseUnknownScenario(options.scenario, apis);
  return {
    // An edit that breaks a part is not served in place of a contract that was whole.
    load: (file) => (flawed.has(file) ? loadAround(file) : load(file)),
    checkBeside:
      isOwn || strict ? checkBeside : ({ file }) => checkApart(file, allowRemote === true, say),
    apis,
    withContract: isOwn ? withOwnContract : (api, contract) => ({ ...api, contract }),
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
  load: LoadContract,
  errors = false,
): Promise<MockApi> {
  const contract = await load(file);
  return { name, mount, contract, isForeign: true, brokenAnswers: errors ? 'refuse' : 'report' };
}

/** Loads the own APIs, each below its name and the path of its provider's server. */
export function loadOwnApis(
  load: LoadContract = loadContract,
  { root, apis }: OwnPackage = OWN_PACKAGE,
): Promise<MockApi[]> {
  return Promise.all(
    apis.map(async (own) => {
      const { name, scenarios, loadProvider, loadBehaviour } = own;
      const [contract, provider, behaviour, scenarioFile] = await Promise.all([
        load(join(root, own.contract)),
        loadProvider(),
        loadBehaviour?.(),
        scenarios === undefined ? undefined : loadScenarioFile(join(root, scenarios)),
      ]);
      const api = { ...provider, name, behaviour, scenarios: scenarioFile };
      return withOwnContract(api, contract);
    }),
  );
}

function withOwnContract(api: Omit<MockApi, 'mount' | 'contract'>, contract: Contract): MockApi {
  const site = `/${api.name}`;
  return { ...api, site, mount: site + contract.basePath, contract };
}
