/** Gives what was made for a key before, or makes and keeps it. */
export type Recall<T> = (key: string, make: () => T) => T;

/**
 * Makes a bounded memory of results that depend on their key alone; the one unused for longest goes first.
 *
 * What cannot be made is not kept.
 */
export function createMemory<T>(limit: number): Recall<T> {
  const kept = new Map<string, T>();
  let newest: string | undefined;
  return (key, make) => {
    const found = kept.get(key);
    if (found !== undefined && key === newest) return found;
    const result = found ?? make();
    // Setting a key anew moves it to the end, so that the first key is the one unused for longest.
    kept.delete(key);
    kept.set(key, result);
    newest = key;
    if (kept.size > limit) kept.delete(kept.keys().next().value ?? '');
    return result;
  };
}
