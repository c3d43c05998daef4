/** Part of an HTTP message that a violation concerns. */
export type MessagePart = 'path' | 'query' | 'header' | 'cookie' | 'body' | 'status';

/** One way in which a request or response breaks a contract: where, which rule, what was found. */
export interface Violation {
  readonly in: MessagePart;
  /** JSON Pointer inside the body, or `/name` of a parameter or header. */
  readonly pointer: string;
  readonly rule: Rule;
  /** Value that was found; absent when nothing was there. */
  readonly found?: unknown;
}

/** Rule that does not hold. */
export interface Rule {
  /** Keyword of JSON Schema or of OpenAPI, or a rule of HTTP such as `required`, `mediaType`, `status`. */
  readonly keyword: string;
  /** What the rule says: for a schema keyword the parameters of ajv's error, https://ajv.js.org/api.html#error-parameters. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Sentence of whoever checked the rule, such as `must be >= 1`; for rules that `describeRule` has no words for. */
  readonly message?: string | undefined;
}
