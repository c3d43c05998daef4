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

  test('keeps as many results as its limit, and half of them when there are more', () => {
    const recall = createMemory<number>(4);
    let made = 0;
    const make = () => ++made;
    for (const key of ['a', 'b', 'c', 'd', 'd', 'c', 'b', 'a']) recall(key, make);
    expect(made).toBe(4);
    for (const key of ['e', 'f']) recall(key, make);
    for (const key of ['a', 'b']) recall(key, make);
    expect(made).toBe(6);
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
