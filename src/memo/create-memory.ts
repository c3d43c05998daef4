/** Returns the remembered result for a key, or makes and remembers it. */
export type Recall<T> = (key: string, make: () => T) => T;

/**
 * Creates a bounded memory of results that depend on their key alone. When it is full, it drops the
 * least recently used one.
 *
 * An error that `make` throws is passed on, and nothing is remembered.
 */
export function createMemory<T>(limit: number): Recall<T> {
  // Each use reinserts the key, so the first one is the least recently used.
  const results = new Map<string, { readonly result: T }>();
  return (key, make) => {
    const used = results.get(key) ?? { result: make() };
    results.delete(key);
    results.set(key, used);
    const [oldest] = results.size > limit ? results.keys() : [];
    if (oldest !== undefined) results.delete(oldest);
    return used.result;
  };
}
