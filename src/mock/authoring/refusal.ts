import type { Operation } from '../../contract/model/contract.ts';
import type { HeaderReader } from '../../contract/model/header-reader.ts';
import type { Violation } from '../../contract/model/violation.ts';
import type { Reply } from './reply.ts';

/** Reason why the mock refuses a request, with the details that its error body may show. */
export type Refusal =
  /**
   * Nothing is at the path. With `mounts`: no API has it, and these are the base paths. With `missing`: an operation has it,
   * but what it names is not there, as this sentence says.
   */
  | {
      readonly kind: 'unknown-path';
      readonly mounts?: readonly string[];
      readonly missing?: string;
    }
  /** `allowed` lists the methods of the path in upper case. */
  | { readonly kind: 'unknown-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'unauthenticated'; readonly violations: readonly Violation[] }
  /** Limit and size in bytes. The size is `undefined` if the request has no `Content-Length`. */
  | { readonly kind: 'body-too-large'; readonly limit: number; readonly size: number | undefined }
  /** The body is not valid for its media type. Without one, it ended early or was read before. */
  | { readonly kind: 'malformed-body'; readonly mediaType?: string; readonly reason: string }
  | { readonly kind: 'unsupported-media-type'; readonly violations: readonly Violation[] }
  | { readonly kind: 'invalid-request'; readonly violations: readonly Violation[] }
  | { readonly kind: 'not-acceptable'; readonly violations: readonly Violation[] }
  /**
   * What the request asks of the mock itself, by `X-Mock-…`, `/~name` or `Prefer`, is malformed or unknown. The message
   * says so to people, with the known values; no provider has words for it.
   */
  | {
      readonly kind: 'invalid-setting';
      readonly violations: readonly Violation[];
      readonly message: string;
    }
  | { readonly kind: 'internal'; readonly cause: InternalCause };

export type RefusalKind = Refusal['kind'];

/** Reason why the mock answers with an internal error. */
export type InternalCause =
  /** The reply breaks the contract. */
  | { readonly type: 'invalid-reply'; readonly violations: readonly Violation[] }
  /** The contract says nothing usable of what was asked for. */
  | { readonly type: 'flaw'; readonly message: string }
  /** Code of the mock or of a behaviour threw an error. */
  | { readonly type: 'crash'; readonly message: string }
  /** A fault of the sandbox or the scenario asked for an error. */
  | { readonly type: 'fault' }
  /** The scenario refuses the request. */
  | { readonly type: 'scenario' }
  /** The sandbox has reached its row limit. */
  | { readonly type: 'full-sandbox'; readonly message: string }
  /**
   * State cannot be kept at present, as on a full disk, or a store that servers share cannot be reached: it is worth to try
   * again after some seconds then.
   */
  | {
      readonly type: 'unavailable-state';
      readonly message: string;
      readonly retryAfter?: number | undefined;
    };

/** Request as the API sees it. */
export interface ApiRequest {
  /** As sent; standard methods are upper case. */
  readonly method: string;
  /** Path below the API's base URL, or below its host for a page; still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: HeaderReader;
  /** Matched operation, if any. */
  readonly operation: Operation | undefined;
}

/** Error format of a provider: maps a refusal to its reply. */
export type FormatError = (refusal: Refusal, request: ApiRequest) => Reply;
