/** Returns the cached result for a key, or makes and caches it. */
export type Recall<T> = (key: string, make: () => T) => T;

interface Kept<T> {
  readonly result: T;
  /** Value of the use counter when the result was last used. */
  usedAt: number;
}

/**
 * Creates a bounded cache of results that depend on their key alone. When it is full, it drops the
 * half that was not used for longest.
 *
 * An error that `make` throws is passed on, and nothing is cached.
 */
export function createMemory<T>(limit: number): Recall<T> {
  const kept = new Map<string, Kept<T>>();
  let uses = 0;
  return (key, make) => {
    uses += 1;
    const found = kept.get(key);
    if (found !== undefined) {
      // Not reinserted in the map: a map is copied after as many changes as it has room for, which
      // left 0.4 MB of garbage per second in the old generation of the heap under the load of the
      // bench (November 2026).
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
