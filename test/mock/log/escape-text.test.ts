import { describe, expect, test } from 'vitest';
import { escapeUnprintable, shorten } from '../../../src/mock/log/escape-text.ts';

describe('escapeUnprintable', () => {
  test.each<[what: string, text: string, escaped: string]>([
    ['ends a line', 'a\nb\r', 'a\\u000ab\\u000d'],
    ['steers a terminal', '\u001b[2J\u009b31m\u007f', '\\u001b[2J\\u009b31m\\u007f'],
    ['ends a line of Unicode', '\u0085\u2028\u2029', '\\u0085\\u2028\\u2029'],
    ['turns or hides text', '\u202e\u200b\ufeff', '\\u202e\\u200b\\ufeff'],
    ['has no character', '\ud83d', '\\ud83d'],
    ['hides in a pair', '\u{e0041}', '\\udb40\\udc41'],
  ])('escapes what %s', (_, text, escaped) => {
    expect(escapeUnprintable(text)).toBe(escaped);
    expect(JSON.parse(`"${escaped}"`)).toBe(text);
  });

  test.each(['', '/a b?c="\\"', 'é 新文件 🔗'])('leaves "%s"', (text) => {
    expect(escapeUnprintable(text)).toBe(text);
  });
});

describe('shorten', () => {
  test.each([
    ['123456', 6, '123456'],
    ['1234567', 6, '123…67'],
    ['12345678', 7, '123…678'],
  ])('makes of %s with at most %i: %s', (text, limit, short) => {
    expect(shorten(text, limit)).toBe(short);
  });
});
