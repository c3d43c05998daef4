// All that generated clients and their users import.
export { addToQuery } from './add-to-query.ts';
export { type ApiKey, apiKey } from './api-key.ts';
export { basic } from './basic.ts';
export { bearer, type Secret } from './bearer.ts';
export type { CallFacts } from './call-facts.ts';
export type { ParseAs } from './call-input.ts';
export type { CallSettings, ClientOptions, HeaderValues } from './client-options.ts';
export {
  type BoundOperations,
  type Client,
  createClient,
  createConnection,
} from './create-client.ts';
export { AbortError } from './errors/abort-error.ts';
export { ClientError } from './errors/client-error.ts';
export { type Failure, FailureError } from './errors/failure-error.ts';
export { InvalidAnswerError } from './errors/invalid-answer-error.ts';
export type { Issue } from './errors/issue.ts';
export { NetworkError } from './errors/network-error.ts';
export { PagingError } from './errors/paging-error.ts';
export { RequestError } from './errors/request-error.ts';
export { TimeoutError } from './errors/timeout-error.ts';
export { UndocumentedStatusError } from './errors/undocumented-status-error.ts';
export type { EventOptions, ServerSentEvent } from './events/read-events.ts';
export { type EventOperation, withEvents } from './events/with-events.ts';
export { kindByMediaType } from './kind-by-media-type.ts';
export type { Middleware, Next } from './middleware.ts';
export { openEnvelope } from './open-envelope.ts';
export {
  type Bindable,
  type Operation,
  type OperationCall,
  type OperationFacts,
  type OperationMethod,
  operation,
} from './operation.ts';
export type {
  AnswerHeaders,
  AnyOperation,
  CallArgument,
  CallArguments,
  DataOf,
  Failed,
  FailureOf,
  OperationInput,
  SafeResult,
  Success,
} from './operation-types.ts';
export type { Connection, Outcome, Send } from './outcome.ts';
export { byCursor } from './paging/by-cursor.ts';
export { byLink } from './paging/by-link.ts';
export { byOffset, byPage } from './paging/by-number.ts';
export type {
  AnsweredPage,
  Page,
  PageOptions,
  PageOrder,
  PageStart,
  Paging,
} from './paging/paging.ts';
export {
  type ItemAt,
  type PagedMethod,
  type PagedOperation,
  withPages,
} from './paging/with-pages.ts';
export type { PathClient } from './path-client.ts';
export { refreshingBearer, type TokenSource } from './refreshing-bearer.ts';
export { type RetryOptions, retry } from './retry.ts';
export type { Attempt, RetryPolicy } from './retry-policy.ts';
export type {
  BodyFormat,
  BodyKind,
  Envelope,
  FieldStyle,
  FieldStyles,
  FindKind,
  HttpMethod,
  Route,
} from './route.ts';
export type { StandardSchema } from './standard-schema.ts';
export { type OperationSchemas, type Validated, validate } from './validate.ts';
export type { RequestParts, Validation } from './validation.ts';
export { writePath } from './write-path.ts';
export { writeFields } from './writing/write-fields.ts';
export { writeForm } from './writing/write-form.ts';
export { writeMultipart } from './writing/write-multipart.ts';
export { writeStyledPath } from './writing/write-styled-path.ts';
export { writeText } from './writing/write-text.ts';
