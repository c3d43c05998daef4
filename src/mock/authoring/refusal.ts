import type { Operation } from '../../contract/model/contract.ts';
import type { HeaderReader } from '../../contract/model/header-reader.ts';
import type { Violation } from '../../contract/model/violation.ts';
import type { Reply } from './reply.ts';

/** Reason why a mock server does not answer a request as asked, with what is known of it. */
export type Refusal =
  /** No path of the contract; or of none of the `mounts`, where no API is served. */
  | { readonly kind: 'unknown-path'; readonly mounts?: readonly string[] }
  /** `allowed` lists the methods that the path has, in upper case. */
  | { readonly kind: 'unknown-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'unauthenticated'; readonly violations: readonly Violation[] }
  /** Limit and size in bytes; the size as far as it is known. */
  | { readonly kind: 'body-too-large'; readonly limit: number; readonly size: number | undefined }
  /** Not of its media type; without one, the body could not be read to its end. */
  | { readonly kind: 'malformed-body'; readonly mediaType?: string; readonly reason: string }
  | { readonly kind: 'unsupported-media-type'; readonly violations: readonly Violation[] }
  | { readonly kind: 'invalid-request'; readonly violations: readonly Violation[] }
  | { readonly kind: 'not-acceptable'; readonly violations: readonly Violation[] }
  | { readonly kind: 'internal'; readonly cause: InternalCause };

export type RefusalKind = Refusal['kind'];

/** Reason for an internal error of the mock server. */
export type InternalCause =
  /** Reply that breaks the contract. */
  | { readonly type: 'invalid-reply'; readonly violations: readonly Violation[] }
  /** Defect of the mock itself, or of what it was given. */
  | { readonly type: 'crash'; readonly message: string }
  /** Fault of the sandbox, or of its scenario. */
  | { readonly type: 'fault' }
  | { readonly type: 'scenario' }
  /** Sandbox without room for another row. */
  | { readonly type: 'full-sandbox'; readonly message: string };

/** Request as the API sees it. */
export interface ApiRequest {
  /** As sent, so upper case for every usual one. */
  readonly method: string;
  /** Path below the base URL of the API, or else of its host; percent-encoding still in place. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: HeaderReader;
  /** Operation that was matched; absent where none was. */
  readonly operation: Operation | undefined;
}

/** Error format of a provider: the reply that it gives for a refusal. */
export type FormatError = (refusal: Refusal, request: ApiRequest) => Reply;

/** Whether a request is refused. */
export function isRefusal(outcome: Reply | Refusal): outcome is Refusal {
  return 'kind' in outcome;
}
