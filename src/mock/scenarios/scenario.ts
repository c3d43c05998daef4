import type { RefusalKind } from '../authoring/refusal.ts';
import type { Preference } from '../prism/preference.ts';
import type { Fault } from '../state/fault.ts';

/** A named situation of one API, chosen without a change to the code under test. */
export interface Scenario {
  readonly name: string;
  readonly summary: string;
  /** Seed of the world that its requests see. */
  readonly seed: string;
  /** Answers by `operationId`, in the terms of `Prefer`; any other operation behaves as usual. */
  readonly answers: ReadonlyMap<string, Preference>;
  /** Reason for which every request is refused. */
  readonly refuse: ScenarioRefusal | undefined;
  readonly faults: readonly Fault[];
}

/** Refusals that a scenario may choose, in the error format of the provider. */
export const SCENARIO_REFUSALS = ['unauthenticated', 'internal'] as const satisfies RefusalKind[];

export type ScenarioRefusal = (typeof SCENARIO_REFUSALS)[number];

/** Scenarios of an API by name. */
export type Scenarios = ReadonlyMap<string, Scenario>;
