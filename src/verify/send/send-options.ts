import type { ServerAnswer, ServerRequest } from './server-request.ts';

/** Answers a request in this process, such as `app.fetch` of Hono. */
export type FetchHandler = (request: Request) => Promise<Response> | Response;

/** Where requests go, and within which limits. */
export interface SendOptions {
  /** Absent: HTTP. */
  readonly fetch?: FetchHandler;
  /** Milliseconds for one request, body of the answer included. */
  readonly timeout: number;
  /** Longest body of one answer, in bytes. */
  readonly maxBytes: number;
  /** Requests of the whole run. */
  readonly maxRequests?: number;
  /** Milliseconds of the whole run, from the creation of the sender. */
  readonly maxTime?: number;
  /** Requests per second. */
  readonly rate?: number;
  /** Requests at a time, each on a connection of its own. */
  readonly concurrency: number;
  /** Whether any certificate will do, such as a self-signed one. */
  readonly insecure?: boolean;
  readonly signal?: AbortSignal;
}

/** Sends requests to the server under test. */
export interface Sender {
  /**
   * Sends one request when its turn comes. Follows no redirect, so that credentials reach no other host.
   *
   * Throws RequestError, ConnectionError, AnswerError or StoppedError.
   */
  send(request: ServerRequest): Promise<ServerAnswer>;
  /** Number of requests that were sent. */
  readonly sent: number;
  /** Ends all requests and connections. */
  close(): Promise<void>;
}
