/** Upper bounds of durations, in milliseconds: most answers take less than one. */
export const DURATION_BOUNDS: readonly number[] = [
  0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000,
];

/** How long something took, each time that it was done. */
export interface Durations {
  /** How often it took at most each of `DURATION_BOUNDS` but more than the one before, and last how often it took longer. */
  readonly counts: number[];
  /** Of all durations, in milliseconds. */
  sum: number;
}

/** Creates durations of which none is counted yet. */
export function createDurations(): Durations {
  return { counts: new Array(DURATION_BOUNDS.length + 1).fill(0), sum: 0 };
}

/** Counts a duration in milliseconds. */
export function addDuration(durations: Durations, milliseconds: number): void {
  let index = 0;
  while (milliseconds > (DURATION_BOUNDS[index] ?? Number.POSITIVE_INFINITY)) index += 1;
  durations.counts[index] = (durations.counts[index] ?? 0) + 1;
  durations.sum += milliseconds;
}
