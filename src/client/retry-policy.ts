import type { Route } from './route.ts';

/** An attempt that was made, and what came of it. */
export interface Attempt {
  readonly route: Route;
  /** Number of the attempt, from 1. */
  readonly attempt: number;
  readonly answer?: { readonly status: number; readonly headers: Headers } | undefined;
  /** Why no answer came. */
  readonly error?: unknown;
  /** Signal of the caller, joined with that of the client. */
  readonly signal: AbortSignal;
}

/** Says whether a request is sent again, when it is time for that; rejects with the reason of the signal. */
export type RetryPolicy = (attempt: Attempt) => Promise<boolean>;
