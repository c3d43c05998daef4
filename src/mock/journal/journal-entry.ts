import type { Contract, PathValues } from '../../contract/model/contract.ts';
import type { DescribedViolation } from '../../contract/model/describe-violation.ts';
import type { HeaderFields } from '../../contract/model/header-reader.ts';

/** Header fields and body of a message, as sent. */
export interface JournalMessage {
  /** Alternating names and values, or values by name. */
  readonly headers: readonly string[] | HeaderFields;
  readonly body?: Uint8Array | string | undefined;
  /** Text of the body in UTF-8, where it is encoded already. */
  readonly bytes?: Uint8Array | undefined;
  /** Size of the whole body in bytes, if `body` is truncated. */
  readonly size?: number | undefined;
}

/** A request to the mock or a webhook from it, with the response. */
export interface JournalEntry {
  readonly kind: 'request' | 'webhook';
  /** Real time of the response in Unix milliseconds. */
  readonly at: number;
  readonly milliseconds: number;
  readonly api: string | undefined;
  /** `operationId` of the request or the webhook. */
  readonly operation: string | undefined;
  readonly method: string;
  /** Scheme and host. */
  readonly origin: string;
  readonly path: string;
  /** Without its `?`. */
  readonly query: string;
  readonly pathValues: PathValues | undefined;
  /** Used to find secrets in path and query; weak, so that a replaced contract can be freed. */
  readonly contract: WeakRef<Contract> | undefined;
  /** `undefined` if there was no response. */
  readonly status: number | undefined;
  readonly violations: readonly DescribedViolation[];
  /** Whether the request was refused for what it is, so that the violations are its own. */
  readonly isForbidden: boolean;
  readonly request: JournalMessage;
  readonly response: JournalMessage | undefined;
}

/** Entry with its number, counted from 1 in each journal. */
export type NumberedEntry = readonly [id: number, entry: JournalEntry];
