import { describe, expect, test } from 'vitest';
import { cutText, takeFitting } from '../../src/mcp/take-fitting.ts';

describe('takeFitting', () => {
  test.each<[room: number, least: number, items: string[], isCut: boolean]>([
    [8, 1, ['a', 'b'], false],
    [7, 1, ['a'], true],
    [0, 1, ['a'], true],
    [0, 0, [], true],
    [0, 2, ['a', 'b'], false],
  ])('of room %d with at least %d takes %j', (room, least, items, isCut) => {
    expect(takeFitting(['a', 'b'], room, least)).toEqual({ items, isCut, used: items.length * 4 });
  });
});

describe('cutText', () => {
  test.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'abc… (3 of 4 characters)'],
    // Half a pair is no text.
    ['a\u{1f600}', 2, 'a\ufffd… (2 of 3 characters)'],
  ])('of %j keeps %d characters', (text, limit, expected) => {
    expect(cutText(text, limit)).toBe(expected);
  });
});
