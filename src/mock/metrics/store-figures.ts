import { createDurations, type Durations } from './durations.ts';

/** What whoever uses a store that servers share counts, each from 0 when the server starts. */
export interface StoreFigures {
  /** Questions to the store that were answered, each with how long that took. */
  readonly roundTrips: Durations;
  /** Questions that the store did not answer, or not in time. */
  failures: number;
  /** Transactions that were not stored, because others were faster. */
  conflicts: number;
  /** Handlers that ran once more, because others were faster. */
  reruns: number;
  /** Requests that were refused, because the store was away or others were faster too often. */
  refused: number;
}

/** Creates figures that are all 0. */
export function createStoreFigures(): StoreFigures {
  return { roundTrips: createDurations(), failures: 0, conflicts: 0, reruns: 0, refused: 0 };
}

/** How a store that servers share does at present. */
export interface StoreCondition {
  /** Address without credentials. */
  readonly name: string;
  /** Milliseconds that a round trip took; `undefined` while it is away. */
  readonly lag: number | undefined;
}
