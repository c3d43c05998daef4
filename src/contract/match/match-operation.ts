import type { Contract, Operation, PathValues } from '../model/contract.ts';
import { findMedia } from '../model/media-type.ts';
import { splitPathKey } from '../model/path-key.ts';
import { createPathIndex, type Leaf, type Route } from './path-index.ts';
import {
  addVariables,
  type Condition,
  type Conditions,
  holds,
  NO_CONDITIONS,
  readConditions,
  type Sent,
} from './sent-conditions.ts';
import { readVariableNames, renameValues } from './variable-names.ts';

export interface MatchedOperation {
  readonly kind: 'operation';
  readonly operation: Operation;
  readonly pathValues: PathValues;
}

export type Match =
  | MatchedOperation
  | { readonly kind: 'unknown-path' }
  | { readonly kind: 'unknown-method'; readonly allowed: readonly string[] };

/** Finds the operation for a method and a path below the base path. */
export type Matcher = (method: string, path: string, sent?: Sent) => Match;

/** Operation that a path may be for. */
interface Candidate {
  readonly operation: Operation;
  readonly conditions: Conditions;
  /** Names of its path parameters, where the path key has others. */
  readonly names: ReadonlyMap<string, string>;
}

const NOTHING_SENT: Sent = { query: new URLSearchParams(), headers: { get: () => null } };

/**
 * Creates a function that finds the operation for a request.
 *
 * Of the operations that have the method, the one with the most specific path template is found, see `createPathIndex`;
 * of those with templates of one shape, the one that asks for most of what the request has. HEAD falls back to GET.
 */
export function createMatcher({ operations }: Contract): Matcher {
  const find = createPathIndex(operations.flatMap(listRoutes).toSorted(compare));
  return (method, path, sent = NOTHING_SENT) => {
    const { leaves, readValues } = find(path);
    const matching = leaves.filter(({ target }) => hasAll(target.conditions.required, sent));
    const leaf = choose(matching, method, sent);
    if (leaf !== undefined) {
      const { operation, conditions, names } = leaf.target;
      const values = readValues(leaf);
      const pathValues = names.size === 0 ? values : renameValues(values, names);
      const isWhole = conditions.variables.size === 0;
      return {
        kind: 'operation',
        operation,
        pathValues: isWhole ? pathValues : addVariables(pathValues, conditions, sent),
      };
    }
    if (matching.length === 0) return { kind: 'unknown-path' };
    return { kind: 'unknown-method', allowed: listMethods(matching) };
  };
}

/** Routes to an operation: by its path, and where that is not the whole key, by the key with `?` and `#` encoded. */
function listRoutes(operation: Operation): Route<Candidate>[] {
  const { template, query, fragment } = splitPathKey(operation.path);
  const conditions = readConditions(operation);
  const target = { operation, conditions, names: readVariableNames(operation) };
  // Some files leave out the slash.
  const route = { template: template.startsWith('/') ? template : `/${template}`, target };
  if (query === '' && fragment === '') return [route];
  const whole = [route.template, query && `?${query}`, fragment && `#${fragment}`].join('');
  return [route, { template: whole, target: { ...target, conditions: NO_CONDITIONS } }];
}

/** Sorts first what asks for more, and HEAD before the GET to which it falls back. */
function compare(one: Route<Candidate>, other: Route<Candidate>): number {
  return countConditions(other) - countConditions(one) || isHead(other) - isHead(one);
}

function countConditions({ target }: Pick<Route<Candidate>, 'target'>): number {
  const { required, preferred } = target.conditions;
  return required.length + preferred.length;
}

function isHead({ target }: Route<Candidate>): number {
  return target.operation.method === 'head' ? 1 : 0;
}

function hasAll(conditions: readonly Condition[], sent: Sent): boolean {
  return conditions.every((condition) => holds(condition, sent));
}

/** Of the operations that have the method, takes the most specific one, and of its twins the one that fits best. */
function choose(
  matching: readonly Leaf<Candidate>[],
  method: string,
  sent: Sent,
): Leaf<Candidate> | undefined {
  const names = namesOf(method);
  const answering = matching.filter(({ target }) => names.includes(target.operation.method));
  const [first] = answering;
  if (first === undefined || answering.length === 1) return first;
  const fitting = answering.filter(
    ({ shape, target }) => shape === first.shape && hasAll(target.conditions.preferred, sent),
  );
  const [best = first] = fitting;
  const type = sent.headers.get('content-type');
  if (type === null) return best;
  const equals = fitting.filter(
    ({ target }) => countConditions(best) === countConditions({ target }),
  );
  return equals.find(({ target }) => takes(target.operation, type)) ?? best;
}

function takes({ body }: Operation, contentType: string): boolean {
  return body !== undefined && findMedia(body.content, contentType) !== undefined;
}

/** Names of the operations that a method may be for: those of OpenAPI are in lower case, others as they are sent. */
function namesOf(method: string): string[] {
  const known = method.toLowerCase();
  return known === 'head' ? ['head', 'get'] : [method, known];
}

/** Methods of all operations that a path is for, as `Allow` has them. */
function listMethods(matching: readonly Leaf<Candidate>[]): string[] {
  const names = matching.map(
    ({
      target: {
        operation: { method },
      },
    }) => (method === method.toLowerCase() ? method.toUpperCase() : method),
  );
  return [...new Set(names.includes('GET') ? [...names, 'HEAD'] : names)];
}
