import type { FormatError } from './refusal.ts';

/** What a schema cannot say about a provider; each `mocks/<api>/provider.ts` gives one. */
export interface Provider {
  /** How the provider words a refusal. */
  readonly formatError: FormatError;
  /** Request headers that the provider does not look at, such as `accept`. */
  readonly ignoredHeaders?: readonly string[];
}
