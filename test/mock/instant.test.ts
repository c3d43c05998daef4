import { describe, expect, test } from 'vitest';
import { parseInstant, writeInstant } from '../../src/mock/instant.ts';

describe('parseInstant', () => {
  test.each([
    ['1970-01-01T00:00:01Z', 1000],
    ['1970-01-01T00:00:00.5Z', 500],
    ['1970-01-01T00:00:00.000028Z', 0.028],
    ['1970-01-01T08:00:00.0015+08:00', 1.5],
    ['1970-01-01T00:00:00.123456789Z', 123.456],
  ])('reads %s as %d ms', (text, milliseconds) => {
    expect(parseInstant(text)).toBeCloseTo(milliseconds, 6);
  });
});

describe('writeInstant', () => {
  test.each([
    [0, '1970-01-01T00:00:00', '000000'],
    [1000.028, '1970-01-01T00:00:01', '000028'],
    [999.9999, '1970-01-01T00:00:01', '000000'],
    [-0.5, '1969-12-31T23:59:59', '999500'],
  ])('writes %d ms', (milliseconds, second, micros) => {
    expect(writeInstant(milliseconds)).toEqual({ second, micros });
  });

  test('reads back what it has written, however many seconds there are', () => {
    for (let time = 0; time < 300_000; time += 1234.567) {
      const { second, micros } = writeInstant(time);
      expect(parseInstant(`${second}.${micros}Z`)).toBeCloseTo(time, 3);
    }
  });
});
