/** Options of every client. */
export interface ClientOptions {
  /** Base URL of the provider or a mock, such as `http://127.0.0.1:4010/crego`. */
  readonly baseUrl: string;
  /** Sends requests; the global `fetch` by default. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** Options of a client that sends a bearer token. */
export interface BearerClientOptions extends ClientOptions {
  /** Token without the word `Bearer`, or a function that returns it; none is sent if absent. */
  readonly token?: string | (() => string | undefined | Promise<string | undefined>);
}
