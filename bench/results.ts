import type { CaseKind } from './cases.ts';

/**
 * Results of a run, as in `results.json`. Times are in seconds or ms, memory in MB of 10^6 bytes.
 */
export interface Results {
  readonly environment: Environment;
  readonly groups: readonly GroupResult[];
  readonly targets: readonly TargetResult[];
}

export interface Environment {
  readonly node: string;
  readonly platform: string;
  readonly cores: number;
  readonly connections: number;
  readonly rounds: number;
  /** Per round. */
  readonly seconds: number;
  readonly memorySeconds: number;
  readonly versions: Readonly<Record<string, string>>;
}

/** Servers that are compared, with the documents that they serve. */
export interface GroupResult {
  readonly id: GroupId;
  readonly title: string;
  readonly servers: readonly ServerResult[];
  readonly cases: readonly CaseResult[];
}

export type GroupId = 'own' | 'github';

export interface ServerResult {
  readonly name: string;
  readonly validates: string;
  readonly start: StartResult;
  /** Resident memory of all its processes after load; absent if unknown. */
  readonly memoryMb?: number;
}

export type StartResult =
  | { readonly kind: 'ready'; readonly readySeconds: number }
  | { readonly kind: 'failed'; readonly reason: string };

export interface CaseResult {
  readonly id: string;
  readonly title: string;
  readonly kind: CaseKind;
  readonly hasJsonBody: boolean;
  /** In the order of the servers in the group. */
  readonly servers: readonly (Outcome & { readonly name: string })[];
}

export type Outcome =
  | Measured
  /** It responds differently than the others, so its speed means nothing. */
  | { readonly kind: 'other-answer'; readonly reason: string }
  | { readonly kind: 'not-served'; readonly reason: string };

export interface Measured {
  readonly kind: 'measured';
  readonly requestsPerSecond: number;
  readonly p99Ms: number;
  /** Median ratio of our requests/s to those of this server; absent if ours are missing. */
  readonly ratio?: number;
}

export type TargetResult = {
  readonly title: string;
  readonly goal: string;
} & (
  | { readonly kind: 'reached' | 'not-reached'; readonly measured: string }
  | { readonly kind: 'not-measured'; readonly reason: string }
);
