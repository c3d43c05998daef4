import { describeUnknownName, findNearestName } from '../../text/nearest-name.ts';
import { TestingError } from '../testing-error.ts';
import { countCalls } from './count-calls.ts';
import type { Coverage, OperationCoverage } from './coverage.ts';

type Counts = Readonly<Record<string, number>>;

/** Names that an error shows. */
const MAX_KNOWN = 60;

/** What a gate asks for, of one operation or of all that have it. */
interface Wanted {
  /** Operations whose contract has it. */
  readonly having: Coverage;
  readonly countIn: (operation: OperationCoverage) => number;
}

/**
 * Lists what no test handles of that which a consumer must: `api operation`, `api 409`, `api operation 409`, or a code of the
 * provider, the name of an example, a parameter such as `query page_size` or a constraint such as `body /text maxLength` in the
 * place of the status; with a sentence for each.
 *
 * Throws TestingError for what no contract has, with what there is.
 */
export function findUnhandled(coverage: Coverage, handles: readonly string[]): string[] {
  return handles.flatMap((handle) => {
    const { having, countIn } = readHandle(coverage, handle);
    if (having.some((operation) => countIn(operation) > 0)) return [];
    const names = having.map(({ operation }) => operation);
    const isNamed = names.length === 1 && handle.split(/\s+/).includes(names[0] ?? '');
    return [`No test handles ${handle}${isNamed ? '' : ` (${names.join(', ')})`}.`];
  });
}

function readHandle(coverage: Coverage, handle: string): Wanted {
  const [api = '', ...rest] = handle.trim().split(/\s+/);
  const ofApi = coverage.filter((operation) => operation.api === api);
  if (ofApi.length === 0) {
    throw unknown(handle, 'API', api, [...new Set(coverage.map((operation) => operation.api))]);
  }
  const [first] = rest;
  const one = ofApi.filter(({ operation }) => operation === first);
  const answer = (one.length > 0 ? rest.slice(1) : rest).join(' ');
  const operations = one.length > 0 ? one : ofApi;
  if (answer === '') return { having: operations, countIn: countCalls };
  const having = operations.filter((operation) => findCount(operation, answer) !== undefined);
  if (having.length > 0) {
    return { having, countIn: (operation) => findCount(operation, answer) ?? 0 };
  }
  const [place = ''] = answer.split(' ');
  const placed = listPlaced(operations, place);
  if (placed.length > 0) throw unknown(handle, 'parameter or constraint', answer, placed);
  const known = operations.flatMap(({ statuses, codes }) => [
    ...Object.keys(statuses),
    ...Object.keys(codes),
  ]);
  const names = one.length > 0 ? [] : ofApi.map(({ operation }) => operation);
  throw unknown(handle, 'operation, status or code', answer, [...new Set([...names, ...known])]);
}

/** Names of parameters and constraints in one part of requests, such as `query`. */
function listPlaced(operations: Coverage, place: string): string[] {
  const names = operations.flatMap(({ parameters, constraints }) => [
    ...Object.keys(parameters),
    ...Object.keys(constraints),
  ]);
  return [...new Set(names)].filter((name) => name.split(' ')[0] === place);
}

function findCount(operation: OperationCoverage, name: string): number | undefined {
  const { statuses, codes, otherCodes, examples, parameters, constraints } = operation;
  return (
    own(statuses, name) ??
    own(codes, name) ??
    own(otherCodes, name) ??
    own(examples, name) ??
    countExample(examples, name) ??
    countInClass(operation, name) ??
    own(parameters, name) ??
    own(constraints, name)
  );
}

/** A class such as `4XX` has all its statuses, and `default` those that nothing else has. */
function countInClass(
  { statuses, inClasses }: OperationCoverage,
  name: string,
): number | undefined {
  const isDeclared = [`${name[0]}XX`, 'default'].some((key) => Object.hasOwn(statuses, key));
  return isDeclared && /^[1-5]\d\d$/.test(name) ? (own(inClasses, name) ?? 0) : undefined;
}

/** Examples of a name may stand at several statuses. */
function countExample(examples: Counts, name: string): number | undefined {
  const named = Object.entries(examples).filter(([key]) => key.replace(/^\S+ /, '') === name);
  return named.length === 0 ? undefined : named.reduce((sum, [, count]) => sum + count, 0);
}

function own(counts: Counts, name: string): number | undefined {
  return Object.hasOwn(counts, name) ? counts[name] : undefined;
}

function unknown(
  handle: string,
  what: string,
  name: string,
  known: readonly string[],
): TestingError {
  const nearest = findNearestName(name, known);
  // Of hundreds, the nearest one is in the advice.
  const shown = known.slice(0, MAX_KNOWN);
  const told = nearest === undefined || shown.includes(nearest) ? shown : [...shown, nearest];
  return new TestingError(
    `handles ${JSON.stringify(handle)}: ${describeUnknownName(what, name, told)}`,
  );
}
