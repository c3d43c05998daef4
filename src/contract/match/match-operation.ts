import type { Contract, Operation, PathValues } from '../model/contract.ts';
import { createPathIndex, type Route } from './path-index.ts';

export interface MatchedOperation {
  readonly kind: 'operation';
  readonly operation: Operation;
  readonly pathValues: PathValues;
}

export type Match =
  | MatchedOperation
  | { readonly kind: 'unknown-path' }
  | { readonly kind: 'unknown-method'; readonly allowed: readonly string[] };

export type Matcher = (method: string, path: string) => Match;

type Methods = Map<string, Operation>;

/**
 * Creates a function that finds the operation for a method and a path below the base path.
 *
 * Concrete paths win over templated ones,
 * https://spec.openapis.org/oas/v3.1.1#path-templating-matching. HEAD falls back to GET.
 */
export function createMatcher(contract: Contract): Matcher {
  const find = createPathIndex(groupByPath(contract.operations));
  return (method, path) => {
    const found = find(path);
    if (found === undefined) return { kind: 'unknown-path' };
    const methods = found.route.target;
    const wanted = method.toLowerCase();
    const operation = methods.get(wanted) ?? (wanted === 'head' ? methods.get('get') : undefined);
    if (operation === undefined) return { kind: 'unknown-method', allowed: allowed(methods) };
    return { kind: 'operation', operation, pathValues: found.values };
  };
}

function groupByPath(operations: readonly Operation[]): Route<Methods>[] {
  const paths = new Map<string, Methods>();
  for (const operation of operations) {
    const methods = paths.get(operation.path) ?? new Map<string, Operation>();
    paths.set(operation.path, methods.set(operation.method, operation));
  }
  return [...paths].map(([template, target]) => ({ template, target }));
}

function allowed(methods: Methods): string[] {
  const names = [...methods.keys()].map((method) => method.toUpperCase());
  return names.includes('GET') && !names.includes('HEAD') ? [...names, 'HEAD'] : names;
}
