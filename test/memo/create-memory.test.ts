import { describe, expect, test } from 'vitest';
import { createMemory } from '../../src/memo/create-memory.ts';

describe('createMemory', () => {
  test('makes the result of a key once', () => {
    const recall = createMemory<number>(2);
    let made = 0;
    const make = () => ++made;
    expect([recall('a', make), recall('a', make)]).toEqual([1, 1]);
    expect(recall('b', make)).toBe(2);
    expect(recall('a', make)).toBe(1);
  });

  test('forgets the result unused for longest', () => {
    const recall = createMemory<string>(2);
    const remember = (key: string, value: string) => recall(key, () => value);
    for (const key of ['a', 'b', 'a', 'a', 'c']) remember(key, 'first');
    expect(remember('a', 'second')).toBe('first');
    expect(remember('b', 'second')).toBe('second');
  });

  test('keeps as many results as its limit', () => {
    const recall = createMemory<number>(3);
    let made = 0;
    const make = () => ++made;
    for (const key of ['a', 'b', 'c', 'd']) recall(key, make);
    expect(['b', 'c', 'd'].map((key) => recall(key, make))).toEqual([2, 3, 4]);
    expect(recall('a', make)).toBe(5);
  });

  test('does not keep a failure', () => {
    const recall = createMemory<number>(2);
    const fail = () => {
      throw new Error('no');
    };
    expect(() => recall('a', fail)).toThrow('no');
    expect(recall('a', () => 1)).toBe(1);
  });
});
