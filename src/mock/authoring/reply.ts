import type { Violation } from '../../contract/model/violation.ts';

/** Answer before it is written for the wire. */
export interface Reply {
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
