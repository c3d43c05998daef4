/** Number of runs that `TEST_RUNS` asks for, which each property has at least; `undefined` in a usual run of the tests. */
export const LONG_RUNS = readRuns(process.env.TEST_RUNS);

/**
 * Parameters of a property for fast-check: the usual number of runs, or as many as `TEST_RUNS` says where that is more,
 * `share` times as many where a run takes little time.
 *
 * `seed` is for the usual runs alone: long ones look elsewhere each time, and fast-check tells their seed.
 */
export function propertyRuns(
  usual: number,
  seed?: number,
  share = 1,
): { numRuns: number; seed?: number } {
  if (LONG_RUNS !== undefined) return { numRuns: Math.max(usual, LONG_RUNS * share) };
  return seed === undefined ? { numRuns: usual } : { numRuns: usual, seed };
}

/**
 * Number of runs of what starts a process each time: the usual one, or as many as `TEST_RUNS` says, up to `most`, which
 * take minutes already.
 */
export function processRuns(usual: number, most: number): number {
  return Math.max(usual, Math.min(LONG_RUNS ?? usual, most));
}

function readRuns(text = ''): number | undefined {
  if (text === '') return undefined;
  const runs = Number(text);
  if (Number.isSafeInteger(runs) && runs > 0) return runs;
  throw new Error(`TEST_RUNS: expected a number of at least 1, found "${text}".`);
}
