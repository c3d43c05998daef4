import { expect, test } from 'vitest';
import { mapLazily } from '../../src/memo/map-lazily.ts';

test('mapLazily makes a member when it is first read, once', () => {
  const made: number[] = [];
  const double = (member: number) => {
    made.push(member);
    return member * 2;
  };
  const mapped = mapLazily({ one: 1, two: 2 }, double);
  expect(Object.keys(mapped)).toEqual(['one', 'two']);
  expect(made).toEqual([]);
  expect([mapped.two, mapped.two]).toEqual([4, 4]);
  expect(made).toEqual([2]);
  expect(mapped).toEqual({ one: 2, two: 4 });
});

test('mapLazily makes a member anew that failed', () => {
  let isBroken = true;
  const mapped = mapLazily({ one: 1 }, (member) => {
    if (isBroken) throw new Error('no');
    return member;
  });
  expect(() => mapped.one).toThrow('no');
  isBroken = false;
  expect(mapped.one).toBe(1);
});
