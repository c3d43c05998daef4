import { expect } from 'vitest';

export interface Collected<T> {
  readonly items: readonly T[];
  readonly add: (item: T) => void;
  /** Waits until there is an item for each one expected; for longer than a busy machine needs. */
  readonly waitFor: (count: number) => Promise<void>;
}

/** Collects what is called back. */
export function collect<T>(): Collected<T> {
  const items: T[] = [];
  const waitFor = async (count: number) => {
    await expect.poll(() => items.length, { timeout: 20_000, interval: 2 }).toBe(count);
  };
  return { items, add: (item) => void items.push(item), waitFor };
}
