import { LRUCache } from 'lru-cache';

/** Returns the remembered result for a key, or makes and remembers it. */
export type Recall<T, Key = string> = (key: Key, make: () => T) => T;

/**
 * Creates a bounded memory of results that depend on their key alone. When it is full, it drops the
 * least recently used one.
 *
 * An error that `make` throws is passed on, and nothing is remembered.
 */
export function createMemory<T extends NonNullable<unknown>, Key extends string | number = string>(
  limit: number,
): Recall<T, Key> {
  const results = new LRUCache<Key, T>({ max: limit });
  return (key, make) => {
    const known = results.get(key);
    if (known !== undefined) return known;
    const result = make();
    results.set(key, result);
    return result;
  };
}
