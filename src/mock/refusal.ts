import type { Operation } from '../contract/contract.ts';
import type { HeaderReader } from '../contract/header-reader.ts';
import type { Violation } from '../contract/violation.ts';
import type { Lasting } from './lasting.ts';

/** Reason why a mock server does not answer a request as asked. */
export type RefusalKind =
  | 'unknown-path'
  | 'unknown-method'
  | 'unauthenticated'
  | 'body-too-large'
  | 'malformed-body'
  | 'unsupported-media-type'
  | 'invalid-request'
  | 'not-acceptable'
  | 'internal';

export interface Refusal {
  readonly kind: RefusalKind;
  readonly violations: readonly Violation[];
  /** Methods that the path knows, for `unknown-method`. */
  readonly allowed?: readonly string[];
}

/** What an error format may look at. */
export interface RefusedRequest {
  readonly method: string;
  /** Path below the API's base URL, as sent. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: HeaderReader;
  /** Operation that was matched; absent where none was. */
  readonly operation: Operation | undefined;
}

/** Answer before it is written to the wire. */
export interface Reply extends Lasting {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Media type of the body; absent when there is none. */
  readonly mediaType?: string;
  /** Plain value, or text that is already written in the media type. */
  readonly body?: unknown;
  /** Ways in which the reply breaks the contract, where it is sent all the same. */
  readonly violations?: readonly Violation[];
  /** Component schema by which an XML body is written where no operation says it. */
  readonly schema?: string;
}

/** A provider's voice: how it words a refusal. */
export type FormatError = (refusal: Refusal, request: RefusedRequest) => Reply;

export function isRefusal(outcome: Reply | Refusal): outcome is Refusal {
  return 'kind' in outcome;
}
