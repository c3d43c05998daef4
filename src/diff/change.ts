import type { Flow } from './flow.ts';
import type { Ratings } from './rating.ts';

/** Value of a document, and its JSON Pointer in the bundle. */
export interface Spot {
  readonly pointer: string;
  readonly value: unknown;
}

/** What a rule found at the place that it was asked about. */
export interface Found extends Ratings {
  /** Id of the rule, such as `enum-value-removed`. */
  readonly rule: string;
  /** What happened, such as `no longer allows "b"`; it goes on after the name of the place. */
  readonly what: string;
  readonly before?: Spot | undefined;
  readonly after?: Spot | undefined;
}

/** One way in which two versions of a contract differ. */
export interface Change extends Found {
  /** Place in words, such as `query "limit"` or `Share /members`; empty for an operation as a whole. */
  readonly place: string;
  /** Ways in which the value travels; none for what is no value. */
  readonly flows: readonly Flow[];
  /** Operations, webhooks and callbacks that it touches, in the order of the contract. */
  readonly operations: readonly TouchedOperation[];
  /** Types of the generated client that it touches. */
  readonly types: readonly string[];
}

/** Operation, and what uses it. */
export interface TouchedOperation {
  /** `operationId`, or method and path. */
  readonly id: string;
  /** Lower case. */
  readonly method: string;
  readonly path: string;
  /** Method of the generated client; absent where it has none, or where the operation is called by the provider. */
  readonly clientMethod?: string;
  /** Tests of consumers that met it. */
  readonly uses?: readonly OperationUse[];
}

/** What the tests of one consumer met of an operation. */
export interface OperationUse {
  /** File of coverage, as it was found. */
  readonly file: string;
  readonly calls: number;
  /** Statuses that were met. */
  readonly statuses: readonly string[];
}
