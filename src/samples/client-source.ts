/** Where the client of an API comes from. */
export interface ClientSource {
  /** Module that is imported, such as `share-contracts/clients/my-api`. */
  readonly module: string;
  /** Function of it that creates a client. */
  readonly factory: string;
  /** Options beside the base URL, such as a token; without them, dummy credentials are sent by middleware. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Names of methods by `operationId`, where they are other ones; it has no method for other operations then. */
  readonly methods?: Readonly<Record<string, string>>;
}
