import type { Route } from './route.ts';

/** Facts of one attempt of a call, for middleware and errors. */
export interface CallFacts {
  /** Name of the operation. */
  readonly operation: string;
  /** In lower case. */
  readonly method: string;
  /** Path template. */
  readonly path: string;
  /** Number of the attempt, from 1. */
  readonly attempt: number;
  /** Same for all attempts of a call. */
  readonly requestId: string;
}

/** Facts of a call that is under way. */
export interface CurrentCall extends CallFacts {
  attempt: number;
  requestId: string;
}

/** Facts of the first attempt of a call. */
export function factsOf({
  name: operation,
  method,
  path,
}: Pick<Route, 'name' | 'path'> & { readonly method: string }): CurrentCall {
  return { operation, method, path, attempt: 1, requestId: Math.random().toString(36).slice(2) };
}
