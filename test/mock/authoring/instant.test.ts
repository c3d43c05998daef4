import { describe, expect, test } from 'vitest';
import { formatInstant, parseInstant } from '../../../src/mock/authoring/instant.ts';

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

describe('formatInstant', () => {
  const write = (milliseconds: number) => formatInstant(milliseconds, { digits: 6, zone: 'Z' });

  test.each([
    [0, '1970-01-01T00:00:00.000000Z'],
    [1000.028, '1970-01-01T00:00:01.000028Z'],
    [999.9999, '1970-01-01T00:00:01.000000Z'],
    [-0.5, '1969-12-31T23:59:59.999500Z'],
    [1_769_860_800_123.456, '2026-01-31T12:00:00.123456Z'],
    [253_402_300_800_000, '+010000-01-01T00:00:00.000000Z'],
    [-62_198_755_200_000, '-000001-01-01T00:00:00.000000Z'],
  ])('writes %d ms', (milliseconds, text) => {
    expect(write(milliseconds)).toBe(text);
  });

  test.each([
    [0, '1970-01-01T00:00:00+08:00'],
    [120, '1970-01-01T00:00:00.12+08:00'],
    [0.001, '1970-01-01T00:00:00.000001+08:00'],
    [10_000, '1970-01-01T00:00:10+08:00'],
    [0.5, '1970-01-01T00:00:00.0005+08:00'],
  ])('drops the zeros at the end of %d ms', (milliseconds, text) => {
    const form = { digits: 6, dropsZeros: true, zone: '+08:00' } as const;
    expect(formatInstant(milliseconds, form)).toBe(text);
  });

  test('writes milliseconds alone', () => {
    expect(formatInstant(1001.999, { digits: 3, zone: 'Z' })).toBe('1970-01-01T00:00:01.001Z');
  });

  test('writes what can be read back', () => {
    for (let time = 0; time < 300_000; time += 1234.567) {
      expect(parseInstant(write(time))).toBeCloseTo(time, 3);
    }
  });
});
