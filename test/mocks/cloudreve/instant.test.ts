import { describe, expect, test } from 'vitest';
import { formatInstant, parseInstant } from '../../../mocks/cloudreve/instant.ts';

describe('formatInstant', () => {
  test.each([
    ['2025-06-10T16:16:39+08:00'],
    ['2025-04-26T16:19:38.833494+08:00'],
    ['2025-04-26T16:19:38.5+08:00'],
    ['2025-01-01T00:00:00.000001+08:00'],
  ])('writes %s as it was read', (text) => {
    expect(formatInstant(parseInstant(text))).toBe(text);
  });

  test('writes no year of more than four digits', () => {
    expect(formatInstant(Number.MAX_SAFE_INTEGER)).toBe('9999-12-31T23:59:59+08:00');
  });
});

describe('parseInstant', () => {
  test('reads any offset', () => {
    expect(parseInstant('2025-06-10T08:16:39Z')).toBe(parseInstant('2025-06-10T16:16:39+08:00'));
  });
});
