import { describe, expect, test } from 'vitest';
import { createPatternSampler } from '../../../src/contract/example/sample-pattern.ts';

function sample(pattern: string, choice = 0, limits = { least: 0, most: 100 }): string | undefined {
  const form = new RegExp(pattern, 'u');
  return createPatternSampler(pattern)({ ...limits, choice })
    .filter((text) => text.length >= limits.least && text.length <= limits.most)
    .find((text) => form.test(text));
}

describe('createPatternSampler', () => {
  test.each([
    ['^[A-Z]{2}\\d{3}$', 'AA000'],
    ['^(?:cat|dog)s?$', 'cat'],
    ['^(?<day>\\d\\d)-\\k<day>$', '00-00'],
    ['^[^a-z0-9]+$', 'A'],
    ['^\\u{1F600}\\x41\\u0042\\cJ$', '\u{1F600}AB\n'],
    ['^[\\]\\-]\\.\\/$', '-./'],
    ['^AC[0-9a-fA-F]{32}$', `AC${'a'.repeat(32)}`],
    ['^\\bword\\b$', 'word'],
    ['^(?=.*\\d)[a-z\\d]{4}$', '0aaa'],
    ['^.*?[.]$', '.'],
    ['^\\p{Script=Han}$', '⺀'],
    ['^$', ''],
  ])('matches %s', (pattern, expected) => {
    expect(sample(pattern)).toBe(expected);
  });

  test('has other texts for other numbers', () => {
    const texts = [0, 1, 2, 3].map((choice) => sample('^(?:a|b)[01]$', choice));
    expect(new Set(texts)).toEqual(new Set(['a0', 'a1', 'b0', 'b1']));
  });

  test.each([
    ['^(?:ab)+$', 7, 8],
    ['^[a-z]{1,3}-[a-z]*$', 40, 40],
    ['^a?b?c?$', 3, 3],
    ['\\d', 20, 20],
  ])('keeps the length: %s', (pattern, least, most) => {
    expect(sample(pattern, 0, { least, most })).toBeDefined();
  });

  test('ends where nothing matches', () => {
    expect(sample('^a$', 0, { least: 2, most: 2 })).toBeUndefined();
  });
});
