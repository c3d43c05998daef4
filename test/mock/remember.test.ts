import { describe, expect, test } from 'vitest';
import { createMemory } from '../../src/mock/remember.ts';

describe('createMemory', () => {
  test('makes the result of a key once', async () => {
    const recall = createMemory<number>(2);
    let made = 0;
    const make = async () => ++made;
    expect(await Promise.all([recall('a', make), recall('a', make)])).toEqual([1, 1]);
    expect(await recall('b', make)).toBe(2);
    expect(await recall('a', make)).toBe(1);
  });

  test('forgets the result unused for longest', async () => {
    const recall = createMemory<string>(2);
    const remember = (key: string, value: string) => recall(key, async () => value);
    await remember('a', 'first');
    await remember('b', 'first');
    await remember('a', 'second');
    await remember('c', 'first');
    expect(await remember('a', 'third')).toBe('first');
    expect(await remember('b', 'second')).toBe('second');
  });

  test('does not keep a failure', async () => {
    const recall = createMemory<number>(2);
    await expect(recall('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await recall('a', async () => 1)).toBe(1);
  });
});
