/** Request that shows how an operation is called. */
export interface OperationSample {
  /** Name of the documented example that its body is; absent where it has none, or one that was made. */
  readonly example?: string;
  /** Upper case. */
  readonly method: string;
  /** Path and query below the base URL of the API, percent-encoded. */
  readonly target: string;
  /** Those that are required, with dummy credentials. */
  readonly headers: Readonly<Record<string, string>>;
  /** Body as text; absent where none is sent, or a form in parts. */
  readonly body?: string;
  /** The same request as the argument of a client's method, without credentials; absent where no client can send it. */
  readonly input?: SampleInput;
}

/** Argument of a client's method: values before they are written, of which those that are not needed are absent. */
export interface SampleInput {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}
