import type { Contract, Operation } from '../../contract/model/contract.ts';
import { ContractError } from '../../contract/model/contract-error.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { formatPlace } from '../../contract/model/place.ts';
import type { Behaviour } from '../authoring/behaviour.ts';
import { NO_PREFERENCE, type Preference } from '../prism/preference.ts';
import { DEFAULT_SCENARIO } from '../state/sandbox-settings.ts';
import { readFault } from './read-fault.ts';
import { SCENARIO_REFUSALS, type Scenario, type Scenarios } from './scenario.ts';
import type { ScenarioFile } from './scenario-file.ts';

/** Creates the error for a JSON Pointer of the file. */
type Fail = (pointer: string, expected: string, found: unknown) => ContractError;

const MEMBERS = ['summary', 'seed', 'answers', 'refuse', 'faults'];
/** Matches every operation that has such an answer. */
const ANY = '*';

const BUILT_IN: Scenario = {
  name: DEFAULT_SCENARIO,
  summary: 'Documented examples, and whatever was done since.',
  seed: 'default',
  answers: new Map(),
  refuse: undefined,
  faults: [],
};

/** Scenarios of an API without a scenario file. */
const ONLY_DEFAULT: Scenarios = new Map([[DEFAULT_SCENARIO, BUILT_IN]]);

/** Scenarios of an API by name; throws ContractError as `compileScenarios` does. */
export function scenariosOf({ scenarios, contract, behaviour }: ScenarioHolder): Scenarios {
  if (scenarios === undefined) return ONLY_DEFAULT;
  return compileScenarios(scenarios, contract, behaviour);
}

interface ScenarioHolder {
  readonly scenarios?: ScenarioFile | undefined;
  readonly contract: Contract;
  readonly behaviour?: Behaviour | undefined;
}

/**
 * Checks scenarios against a contract and a behaviour, and adds `default` if it is missing.
 *
 * Throws ContractError with the place in the file, also for an unknown seed, operation or answer.
 */
export function compileScenarios(
  { file, entries }: ScenarioFile,
  contract: Contract,
  behaviour: Behaviour | undefined,
): Scenarios {
  const fail: Fail = (pointer, expected, found) =>
    new ContractError(
      `${formatPlace({ source: file })}#${pointer}: expected ${expected}, found ${JSON.stringify(found) ?? 'nothing'}.`,
    );
  const scenarios = new Map(ONLY_DEFAULT);
  for (const [name, entry] of Object.entries(entries)) {
    if (!/^[a-z][a-z\d-]*$/.test(name)) throw fail(`/${name}`, 'a name in kebab-case', name);
    scenarios.set(name, compileScenario(name, entry, contract, behaviour, fail));
  }
  return scenarios;
}

function compileScenario(
  name: string,
  entry: unknown,
  contract: Contract,
  behaviour: Behaviour | undefined,
  fail: Fail,
): Scenario {
  const at = `/${name}`;
  if (!isJsonObject(entry)) throw fail(at, 'a scenario', entry);
  const unknown = Object.keys(entry).find((member) => !MEMBERS.includes(member));
  if (unknown !== undefined)
    throw fail(`${at}/${unknown}`, `one of ${MEMBERS.join(', ')}`, unknown);
  const { summary, seed = 'default', answers = {}, refuse, faults = [] } = entry;
  if (typeof summary !== 'string') throw fail(`${at}/summary`, 'a sentence', summary);
  const seeds = Object.keys(behaviour?.seeds ?? { default: undefined });
  if (typeof seed !== 'string' || !seeds.includes(seed)) {
    throw fail(`${at}/seed`, `one of ${seeds.join(', ')}`, seed);
  }
  if (!isJsonObject(answers)) throw fail(`${at}/answers`, 'answers by operation', answers);
  if (!Array.isArray(faults)) throw fail(`${at}/faults`, 'a list of faults', faults);
  return {
    name,
    summary,
    seed,
    answers: new Map(
      Object.entries(answers).flatMap(([id, answer]) =>
        compileAnswer(id, answer, contract, (...found) => fail(`${at}/answers/${id}`, ...found)),
      ),
    ),
    refuse: readRefusal(refuse, (...found) => fail(`${at}/refuse`, ...found)),
    faults: faults.map((fault, index) =>
      readFault(fault, contract, (pointer, ...found) =>
        fail(`${at}/faults/${index}${pointer}`, ...found),
      ),
    ),
  };
}

type FailHere = (expected: string, found: unknown) => ContractError;

function readRefusal(refuse: unknown, fail: FailHere): Scenario['refuse'] {
  if (refuse === undefined) return undefined;
  const found = SCENARIO_REFUSALS.find((kind) => kind === refuse);
  if (found === undefined) throw fail(`one of ${SCENARIO_REFUSALS.join(', ')}`, refuse);
  return found;
}

function compileAnswer(
  id: string,
  answer: unknown,
  { operations }: Contract,
  fail: FailHere,
): [string, Preference][] {
  const preference = readAnswer(answer, fail);
  const matching = operations.filter((operation) => id === ANY || operation.id === id);
  if (matching.length === 0) {
    throw fail(`one of *, ${operations.map((operation) => operation.id).join(', ')}`, id);
  }
  const answering = matching.filter((operation) => hasAnswer(operation, preference));
  if (answering.length === 0) throw fail('a status and an example that the contract has', answer);
  return answering.map((operation) => [operation.id, preference]);
}

function readAnswer(answer: unknown, fail: FailHere): Preference {
  if (!isJsonObject(answer)) throw fail('"code", "example" or both', answer);
  const { code, example, ...rest } = answer;
  const isCode = code === undefined || (Number.isInteger(code) && typeof code === 'number');
  const isExample = example === undefined || typeof example === 'string';
  const isEmpty = code === undefined && example === undefined;
  if (!isCode || !isExample || isEmpty || Object.keys(rest).length > 0) {
    throw fail('"code", "example" or both', answer);
  }
  return { ...NO_PREFERENCE, code, example };
}

function hasAnswer({ responses }: Operation, { code, example }: Preference): boolean {
  const matching = responses.filter(({ status }) => code === undefined || status === String(code));
  if (example === undefined) return matching.length > 0;
  return matching.some(({ content }) =>
    content.some(({ examples }) => examples.some(({ key }) => key === example)),
  );
}
