/** Part of an HTTP message that violates the contract. */
export type MessagePart = 'path' | 'query' | 'header' | 'cookie' | 'body' | 'status';

/** Violation of a contract by a request or response: where, which rule, what was found. */
export interface Violation {
  readonly in: MessagePart;
  /** JSON Pointer into the body, or `/name` of a parameter or header. */
  readonly pointer: string;
  readonly rule: Rule;
  /** Value that was found; absent if there was none. */
  readonly found?: unknown;
  /** Set if the message is accepted all the same. */
  readonly severity?: 'warning';
}

/** Rule that was violated. */
export interface Rule {
  /**
   * Keyword of JSON Schema or OpenAPI, or an HTTP rule such as `required`, `mediaType`, `status`.
   */
  readonly keyword: string;
  /**
   * Parameters of the rule; those of a schema keyword are of ajv's error,
   * https://ajv.js.org/api.html#error-parameters.
   */
  readonly params: Readonly<Record<string, unknown>>;
  /**
   * Message of the checker, such as `must be >= 1`, for rules that `describeRule` has no words for.
   */
  readonly message?: string | undefined;
}
