import type { NormalizedProblem } from '@redocly/openapi-core';

/** What was found in contracts. */
export interface ContractReport {
  readonly problems: readonly NormalizedProblem[];
  /** Number of contracts and workflows that were linted. */
  readonly count: number;
}
