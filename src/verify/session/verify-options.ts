import type { SendOptions } from '../send/send-options.ts';

/** How a server is asked. */
export interface VerifyOptions extends SendOptions {
  /** Base URL of the API, such as `https://example.com/v1`, without a trailing slash. */
  readonly url: string;
  /** Headers of every request, such as `Authorization`; those that carry credentials are left out where that is tried. */
  readonly headers: Readonly<Record<string, string>>;
  /** Credentials by the names of security schemes, such as the value of an API key. */
  readonly credentials: Readonly<Record<string, string>>;
  /** Values of parameters by their names, such as ids of parents that exist. */
  readonly values: Readonly<Record<string, string>>;
  /** Whether requests that change something may be sent; what they create is removed at the end. */
  readonly isWriting: boolean;
  /** Whether facts that the contract only assumes are asked for as well. */
  readonly withAssumed: boolean;
  readonly seed: number;
  /** Requests that each operation is asked at random; 0 for none. */
  readonly runs: number;
  /** Milliseconds after which an answer is a finding; none for no limit. */
  readonly slow?: number;
}
