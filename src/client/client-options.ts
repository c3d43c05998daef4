import type { CallFacts } from './call-facts.ts';
import type { Failure, FailureError } from './errors/failure-error.ts';
import type { Middleware } from './middleware.ts';
import type { RetryPolicy } from './retry-policy.ts';
import type { Validation } from './validation.ts';

/** Values of headers by name; `null` removes what a client sends by default. */
export type HeaderValues = Readonly<
  Record<
    string,
    string | number | boolean | readonly (string | number | boolean)[] | null | undefined
  >
>;

type FetchSettings = Omit<RequestInit, 'body' | 'headers' | 'method' | 'signal' | 'window'>;

/** Settings that hold for all requests of a client, and may be others for one, where those that are `undefined` change nothing. */
export interface CallSettings extends FetchSettings {
  /** Aborts what it is given to: a call or, as an option of a client, all of its calls, each of which may have one more. */
  readonly signal?: AbortSignal | null | undefined;
  /** Milliseconds that an attempt may take, its body included unless that is a stream; no limit by default, nor by 0. */
  readonly timeout?: number | undefined;
  /** When a request is sent again, as `retry` makes it; never by default. */
  readonly retry?: RetryPolicy | false | undefined;
  /** What is checked, as `validate` makes it; nothing by default. */
  readonly validation?: Validation | false | undefined;
  /** Writes bodies otherwise than by their media type. */
  readonly bodySerializer?: ((body: unknown) => BodyInit | null | undefined) | undefined;
}

/** Options of every client; those of `fetch`, such as `credentials`, are for all its requests. */
export interface ClientOptions extends CallSettings {
  /** Base URL of a server or a mock, such as `http://127.0.0.1:4010/my-api`. */
  readonly baseUrl: string;
  /** Sends requests; the global `fetch` by default. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Sent with each request. */
  readonly headers?: HeaderValues;
  /** Each stands before those that follow it. */
  readonly middleware?: readonly Middleware[];
  /** Makes the error of a documented failure, such as one with the error code of a provider; a FailureError by default. */
  readonly createFailure?: (
    call: CallFacts,
    text: string,
    failure: Failure,
  ) => FailureError | undefined;
}
