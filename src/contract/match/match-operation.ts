import type { Contract, Operation, PathValues } from '../model/contract.ts';
import { splitPathKey } from '../model/path-key.ts';
import { createPathIndex, type Found, type Route } from './path-index.ts';
import {
  type Condition,
  type Conditions,
  holds,
  readConditions,
  type Sent,
} from './sent-conditions.ts';

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
}

const NO_CONDITIONS: Conditions = { required: [], preferred: [] };

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
    const matching = find(path).filter(({ target }) => hasAll(target.conditions.required, sent));
    const found = choose(matching, method, sent);
    if (found !== undefined) {
      const { operation } = found.target;
      return { kind: 'operation', operation, pathValues: found.readValues() };
    }
    if (matching.length === 0) return { kind: 'unknown-path' };
    return { kind: 'unknown-method', allowed: listMethods(matching) };
  };
}

/** Routes to an operation: by its path, and where that is not the whole key, by the key with `?` and `#` encoded. */
function listRoutes(operation: Operation): Route<Candidate>[] {
  const { path } = operation;
  const { template } = splitPathKey(path);
  const route = { template, target: { operation, conditions: readConditions(operation) } };
  if (template === path) return [route];
  return [route, { template: path, target: { operation, conditions: NO_CONDITIONS } }];
}

/** Sorts first what asks for more, and HEAD before the GET to which it falls back. */
function compare({ target: one }: Route<Candidate>, { target: other }: Route<Candidate>): number {
  return countConditions(other) - countConditions(one) || isHead(other) - isHead(one);
}

function countConditions({ conditions: { required, preferred } }: Candidate): number {
  return required.length + preferred.length;
}

function isHead({ operation }: Candidate): number {
  return operation.method === 'head' ? 1 : 0;
}

function hasAll(conditions: readonly Condition[], sent: Sent): boolean {
  return conditions.every((condition) => holds(condition, sent));
}

/** An operation whose fragment names what the request has not is taken only where there is no other. */
function choose(
  matching: readonly Found<Candidate>[],
  method: string,
  sent: Sent,
): Found<Candidate> | undefined {
  const names = namesOf(method);
  const answering = matching.filter(({ target }) => names.includes(target.operation.method));
  return answering.find(({ target }) => hasAll(target.conditions.preferred, sent)) ?? answering[0];
}

/** Names of the operations that a method may be for: those of OpenAPI are in lower case, others as they are sent. */
function namesOf(method: string): string[] {
  const known = method.toLowerCase();
  return known === 'head' ? ['head', 'get'] : [method, known];
}

/** Methods of all operations that a path is for, as `Allow` has them. */
function listMethods(matching: readonly Found<Candidate>[]): string[] {
  const names = matching.map(
    ({
      target: {
        operation: { method },
      },
    }) => (method === method.toLowerCase() ? method.toUpperCase() : method),
  );
  return [...new Set(names.includes('GET') ? [...names, 'HEAD'] : names)];
}
