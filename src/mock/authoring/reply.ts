import type { HeaderFields } from '../../contract/model/header-reader.ts';
import type { Violation } from '../../contract/model/violation.ts';

/** Response before its body is serialized. */
export interface Reply {
  readonly status: number;
  readonly headers?: HeaderFields;
  /** Media type of the body. */
  readonly mediaType?: string;
  /** Plain value, or text that is already in the media type. */
  readonly body?: unknown;
  /** Text that the body is sent as, where an example of the contract gives it. */
  readonly serialized?: string;
  /** Opens a body that is sent as it comes, in the place of `body`; it is not checked, and the journal does not keep it. */
  readonly stream?: () => ReadableStream<Uint8Array>;
  /** Violations of a reply that is sent although it breaks the contract. */
  readonly violations?: readonly Violation[];
  /** Component schema for an XML body whose operation declares no schema. */
  readonly schema?: string;
}
