import type { FormatError } from './refusal.ts';

/** What a schema cannot say about a provider; each `mocks/<api>/provider.ts` gives one. */
export interface Provider {
  readonly formatError: FormatError;
  /** Names of request headers that the provider ignores, such as `accept`, in lower case. */
  readonly ignoredHeaders?: readonly string[];
}
