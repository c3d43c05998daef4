import type { FindingGroup, FoundOperation } from './finding.ts';

/** What a run found out about one server and one contract. */
export interface VerifyReport {
  /** Name of the API, or file of the contract. */
  readonly api: string;
  readonly title: string;
  /** Base URL of the server, without credentials. */
  readonly url: string;
  readonly seed: number;
  /** Whether requests that change something were sent. */
  readonly isWriting: boolean;
  readonly startedAt: string;
  readonly milliseconds: number;
  readonly requests: number;
  /** Findings in the order in which they matter: errors before warnings. */
  readonly findings: readonly FindingGroup[];
  /** Operations in the order of the contract. */
  readonly operations: readonly VerifiedOperation[];
  /** What was asked for and could not be done, in sentences, such as what could not be removed. */
  readonly notes: readonly string[];
  /** Why the run ended early; absent if it did not. */
  readonly stopped?: string;
}

/** What became of one operation. */
export interface VerifiedOperation extends FoundOperation {
  /** `absent`: the server does not have it; `skipped`: it was not asked, for a reason. */
  readonly state: 'met' | 'absent' | 'skipped';
  /** Why it was not asked, or why nothing is proved of what it refuses. */
  readonly reason?: string;
  /** Cases that were asked, and those that gave a finding. */
  readonly cases: number;
  readonly failed: number;
  /** Sum of the times of all its requests, also where several were sent at once. */
  readonly milliseconds: number;
  /** Documented statuses, and those of them that were met. */
  readonly statuses: Coverage;
  /** The provider's own codes of errors that its contract names. */
  readonly codes: Coverage;
  /** Documented answers by status and name, such as `200 documented`, and those of them that an answer equals. */
  readonly examples: Coverage;
  /** Constraints of its requests, and those of them for which a violation was sent. */
  readonly constraints: Coverage;
  /** Declared parameters by place and name, such as `query page_size`, and those of them that were sent. */
  readonly parameters?: Coverage;
}

export interface Coverage {
  readonly met: readonly string[];
  readonly missed: readonly string[];
}
