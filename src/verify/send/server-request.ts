/** Request to the server under test. */
export interface ServerRequest {
  readonly method: string;
  /** Whole URL; its path and query are sent as they are. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | FormData | Uint8Array;
}

/** Answer of the server under test, read as a whole; a redirect is one too. */
export interface ServerAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Body without its content encoding. */
  readonly bytes: Uint8Array;
  /** From the start of the request to the end of the body. */
  readonly milliseconds: number;
}
