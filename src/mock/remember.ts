/** Gives what was made for a key before, or makes and keeps it. */
export type Recall<T> = (key: string, make: () => Promise<T>) => Promise<T>;

/**
 * Makes a bounded memory of results that depend on their key alone; the one unused for longest goes first.
 *
 * Calls at the same time share one making, and a failed one is not kept.
 */
export function createMemory<T>(limit: number): Recall<T> {
  const kept = new Map<string, Promise<T>>();
  return (key, make) => {
    const found = kept.get(key);
    const result = found ?? make();
    // Setting a key anew moves it to the end, so that the first key is the one unused for longest.
    kept.delete(key);
    kept.set(key, result);
    if (found === undefined) {
      result.catch(() => kept.delete(key));
      if (kept.size > limit) kept.delete(kept.keys().next().value ?? '');
    }
    return result;
  };
}
