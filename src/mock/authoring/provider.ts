import type { FormatError } from './refusal.ts';

/** What a contract cannot express about a provider; each `mocks/<api>/provider.ts` exports one. */
export interface Provider {
  readonly formatError: FormatError;
  /** Request headers that the provider ignores, such as `accept`; names in lower case. */
  readonly ignoredHeaders?: readonly string[];
}
