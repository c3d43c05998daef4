import type { CallFacts } from './call-facts.ts';

/** Checks requests and answers; what is wrong is thrown as RequestError or InvalidAnswerError. */
export interface Validation {
  readonly checkRequest?: (call: CallFacts, input: RequestParts) => Promise<void>;
  /** Gets the body of JSON as the server sent it. */
  readonly checkAnswer?: (call: CallFacts, status: number, body: unknown) => Promise<void>;
}

/** What is sent with a request. */
export interface RequestParts {
  readonly path?: unknown;
  readonly query?: unknown;
  readonly headers?: unknown;
  readonly cookies?: unknown;
  readonly body?: unknown;
}
