import type { ClientOptions, Secret } from '../client/index.ts';

/** Options of a client that sends a bearer token. */
export interface BearerClientOptions extends ClientOptions {
  /** Token without the word `Bearer`, or a function that returns it; none is sent if absent. */
  readonly token?: NonNullable<Secret>;
}
