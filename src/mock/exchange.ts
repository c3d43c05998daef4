import type { Contract, Operation } from '../contract/contract.ts';
import type { PathValues } from '../contract/match-operation.ts';
import type { Violation } from '../contract/violation.ts';

/** One request and what became of it. */
export interface Exchange {
  /** Name of the API; absent where the path belongs to none. */
  readonly api: string | undefined;
  /** Contract of that API. */
  readonly contract: Contract | undefined;
  readonly method: string;
  /** Path and query, base path included. */
  readonly target: string;
  readonly operation: Operation | undefined;
  readonly pathValues: PathValues | undefined;
  readonly status: number;
  readonly milliseconds: number;
  /** Of the request where it was refused, or else of the answer. */
  readonly violations: readonly Violation[];
}
