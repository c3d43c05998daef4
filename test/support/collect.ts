import { EventEmitter, once } from 'node:events';
import { expect } from 'vitest';

export interface Collected<T> {
  readonly items: readonly T[];
  readonly add: (item: T) => void;
  /** Waits until there is an item for each one expected, for as long as a test may take; fails where there are more. */
  readonly waitFor: (count: number) => Promise<void>;
}

/** Collects what is called back. */
export function collect<T>(): Collected<T> {
  const items: T[] = [];
  const events = new EventEmitter();
  const add = (item: T) => {
    items.push(item);
    events.emit('add');
  };
  const waitFor = async (count: number) => {
    while (items.length < count) await once(events, 'add');
    expect(items.length).toBe(count);
  };
  return { items, add, waitFor };
}
