/** Settings that every client takes. */
export interface ClientOptions {
  /** Base URL of the provider or of a mock, such as `http://127.0.0.1:4010/crego`. */
  readonly baseUrl: string;
  /** Sends the requests; the global `fetch` by default. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** Settings of a client whose provider takes a bearer token. */
export interface BearerClientOptions extends ClientOptions {
  /** Token without the word `Bearer`, or a function that gives the current one; none is sent when absent. */
  readonly token?: string | (() => string | undefined | Promise<string | undefined>);
}
