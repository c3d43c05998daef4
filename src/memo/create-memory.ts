/** Gives what was made for a key before, or makes and keeps it. */
export type Recall<T> = (key: string, make: () => T) => T;

interface Kept<T> {
  readonly result: T;
  /** Number of times that the memory was asked until then. */
  usedAt: number;
}

/**
 * Makes a bounded memory of results that depend on their key alone; where it is full, the half unused for longest goes.
 *
 * What cannot be made is not kept.
 */
export function createMemory<T>(limit: number): Recall<T> {
  const kept = new Map<string, Kept<T>>();
  let uses = 0;
  return (key, make) => {
    uses += 1;
    const found = kept.get(key);
    if (found !== undefined) {
      // Setting a key anew would make garbage in the part of the heap that is seldom cleaned: a map is copied once it
      // has seen as many changes as it has room for.
      found.usedAt = uses;
      return found.result;
    }
    const result = make();
    if (kept.size >= limit) forgetHalf(kept);
    kept.set(key, { result, usedAt: uses });
    return result;
  };
}

function forgetHalf(kept: Map<string, Kept<unknown>>): void {
  const byUse = [...kept].sort(([, one], [, other]) => one.usedAt - other.usedAt);
  for (const [key] of byUse.slice(0, Math.ceil(byUse.length / 2))) kept.delete(key);
}
