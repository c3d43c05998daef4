import type { StateLog } from '../../../src/mock/state/state-log.ts';

export interface StoreLimits {
  /** Milliseconds after the last use of a sandbox until it goes. */
  readonly sandboxTtl?: number;
  readonly maxSandboxes?: number;
}

/** Store of one kind, for tests. */
export interface StartedStore {
  /** Opens a log; logs that are opened with the same space share what they store, and others share nothing. */
  readonly open: (space: string, limits?: StoreLimits) => Promise<StateLog>;
  readonly stop: () => Promise<void>;
}

/** Opens logs of one empty space, which are closed after the test. */
export type OpenLog = () => Promise<StateLog>;

/** Makes an empty space for a test. */
export type MakeSpace = (limits?: StoreLimits) => OpenLog;
