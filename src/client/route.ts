export type HttpMethod = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace';

/** What the body of an answer is. */
export type BodyKind = 'json' | 'text' | 'blob' | 'none';

/** Tells what the body of an answer is that may be several things. */
export type FindKind = (headers: Headers) => BodyKind;

/** How the body of a request is written, where it is not JSON. */
export interface BodyFormat {
  /** Media type; absent where `fetch` adds it, as to a multipart body. */
  readonly type?: string;
  /** JSON by default. */
  readonly write?: (body: unknown, styles?: FieldStyles) => BodyInit | undefined;
  readonly styles?: FieldStyles;
}

/** How a field is written where it is not `name=value` for each item or member. */
export type FieldStyle = 'comma' | 'space' | 'pipe' | 'deep' | 'json';

export type FieldStyles = Readonly<Record<string, FieldStyle>>;

/** How failures are told from successes in one status: a member of the body has a certain value. */
export interface Envelope {
  readonly code: string;
  readonly success: string | number | boolean;
  /** Member that has the result; the whole body is the result where it is absent. */
  readonly data?: string;
  /** Takes the result out of the body of a success; `undefined` if it is a failure. */
  readonly open: (envelope: Envelope, body: unknown) => { readonly data: unknown } | undefined;
}

/**
 * What is to be known of an operation to call it. What is seldom needed comes with the function that does it, so that a bundle
 * has what its operations need.
 */
export interface Route {
  /** `operationId`, or the name that a client calls it by. */
  readonly name: string;
  readonly method: HttpMethod;
  /** Path as the contract writes it. */
  readonly path: string;
  /** Writes the path from a template, where a parameter has a style of its own. */
  readonly template?: {
    readonly path: string;
    readonly write: (path: string, values: Readonly<Record<string, unknown>>) => string;
  };
  /** Writes the query, where a parameter has a style of its own. */
  readonly query?: {
    readonly styles: FieldStyles;
    readonly write: (values: object, styles: FieldStyles) => string;
  };
  readonly body?: BodyFormat;
  /** Bodies of the documented answers by status, such as `200`, `4XX` or `default`. */
  readonly answers: Readonly<Record<string, BodyKind | FindKind>>;
  readonly envelope?: Envelope;
  /** Whether a request may be sent again, where the method does not tell. */
  readonly idempotent?: boolean;
}
