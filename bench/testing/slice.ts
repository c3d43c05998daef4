import type { Case } from '../cases.ts';

/** Answer that every contestant but ours repeats. */
export interface Recorded {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly text: string;
}

/** Request, and what it is answered with. */
export interface InProcessCase {
  readonly id: string;
  readonly title: string;
  /** Absolute URL below that of the mock. */
  readonly url: string;
  readonly method: Case['method'];
  /** Without `Prefer`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Value of `Prefer` that asks for an example. */
  readonly prefer: string;
  /** Answer by the state of a fresh sandbox. */
  readonly recorded: Recorded;
}

/** Requests that a contestant is to answer. */
export interface SliceOrder {
  readonly measured: InProcessCase;
}

/** Processor time of all threads of a process, in microseconds per answer. */
export interface Slice {
  readonly microseconds: number;
}
