/** Simulated failure in a sandbox or scenario: latency, server errors or lost connections. */
export interface Fault {
  /** Name of the API that it applies to; all by default. */
  readonly api?: string;
  /** `operationId` that it applies to; all by default. */
  readonly operation?: string;
  /** Share of the requests that it applies to, from 0 to 1; 1 by default. */
  readonly rate?: number;
  /** Requests that it is still to strike, before it ends by itself; no limit by default. A fault of a scenario has none. */
  readonly times?: number;
  /** Milliseconds of real time before the request is handled. */
  readonly delay?: Delay;
  readonly outcome?: FaultOutcome;
}

/** Answers with a server error, drops the connection, or drops it after half of the body. */
export type FaultOutcome = 'error' | 'reset' | 'truncate';

/** Milliseconds: fixed, uniformly distributed, or normally distributed and at least 0. */
export type Delay =
  | number
  | { readonly min: number; readonly max: number }
  | { readonly mean: number; readonly deviation: number };
