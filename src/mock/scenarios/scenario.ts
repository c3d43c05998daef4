import type { RefusalKind } from '../authoring/refusal.ts';
import type { Preference } from '../prism/preference.ts';
import type { Fault } from '../state/fault.ts';

/** Named situation of an API that a test can choose: its data, answers, refusals and faults. */
export interface Scenario {
  readonly name: string;
  readonly summary: string;
  /** Seed that fills the world of its requests. */
  readonly seed: string;
  /** Answers by `operationId`, as `Prefer` would ask for them; other operations behave as usual. */
  readonly answers: ReadonlyMap<string, Preference>;
  /** Kind of refusal for every request, unless it has a `Prefer` of its own. */
  readonly refuse: ScenarioRefusal | undefined;
  readonly faults: readonly Fault[];
}

/** Refusals that a scenario may choose. */
export const SCENARIO_REFUSALS = ['unauthenticated', 'internal'] as const satisfies RefusalKind[];

export type ScenarioRefusal = (typeof SCENARIO_REFUSALS)[number];

/** Scenarios by name. */
export type Scenarios = ReadonlyMap<string, Scenario>;
