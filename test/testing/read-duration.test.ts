import { describe, expect, test } from 'vitest';
import { readDuration } from '../../src/testing/read-duration.ts';

describe('readDuration', () => {
  test.for<[duration: string | number, milliseconds: number]>([
    [250, 250],
    [-250, -250],
    ['250ms', 250],
    ['1.5s', 1500],
    ['15min', 900_000],
    ['15m', 900_000],
    ['1h30m', 5_400_000],
    ['1h 30min', 5_400_000],
    ['8d', 691_200_000],
    ['-2w', -1_209_600_000],
    ['P8D', 691_200_000],
    ['-PT1H', -3_600_000],
  ])('reads %j', ([duration, milliseconds]) => {
    expect(readDuration(duration)).toBe(milliseconds);
  });

  test.for([
    '',
    '8',
    '8 days',
    'd8',
    '8y',
    'P1M',
    '8d!',
    'tomorrow',
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ])('refuses %j', (duration) => {
    expect(() => readDuration(duration)).toThrow(
      `Expected a duration such as "8d", "1h30m", "15min", "P8D" or milliseconds, found ${JSON.stringify(duration)}.`,
    );
  });
});
