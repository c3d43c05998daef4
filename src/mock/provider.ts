import type { Behaviour } from './behaviour.ts';
import type { FormatError } from './refusal.ts';
import type { ScenarioFile } from './scenarios/scenario-file.ts';

/** What a schema cannot say about a provider; each `mocks/<api>/provider.ts` gives one. */
export interface Provider {
  /** How the provider words a refusal. */
  readonly formatError: FormatError;
  /** Request headers that the provider does not look at, such as `accept`. */
  readonly ignoredHeaders?: readonly string[];
  /** How the provider behaves over state; without it every request is answered with an example. */
  readonly behaviour?: Behaviour | undefined;
  /** Situations that may be chosen by name. */
  readonly scenarios?: ScenarioFile | undefined;
}
