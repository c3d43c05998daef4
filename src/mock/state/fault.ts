/** Trouble that a sandbox or a scenario makes for requests: latency, errors, lost connections. */
export interface Fault {
  /** Name of the API that it applies to; all APIs without one. */
  readonly api?: string;
  /** Operation that it applies to; all operations without one. */
  readonly operation?: string;
  /** Share of the requests that it applies to, from 0 to 1; all of them unless given. */
  readonly rate?: number;
  /** Milliseconds of real time before the request is handled. */
  readonly delay?: Delay;
  /** What becomes of the answer: a server error instead, no answer, or only a part of it. */
  readonly outcome?: FaultOutcome;
}

export type FaultOutcome = 'error' | 'reset' | 'truncate';

/** A fixed time, a uniform distribution, or a normal distribution that is cut off at 0. */
export type Delay =
  | number
  | { readonly min: number; readonly max: number }
  | { readonly mean: number; readonly deviation: number };
