import { describe, expect, test } from 'vitest';
import { parseJson } from '../../../src/contract/model/parse-json.ts';

const lists = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
/** Least double above int64. */
const ABOVE = 2 ** 63 + 2 ** 11;
const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

describe('parseJson', () => {
  test.each(['{"a":[1,null,true]}', 'null', '"a"', lists(500), objects(500)])(
    'reads %.40s',
    (text) => {
      expect(JSON.stringify(parseJson(text))).toBe(text);
    },
  );

  test.each([lists(501), objects(501), lists(100_000), objects(100_000), `[1,${lists(500)}]`])(
    'refuses the nesting of %.10s',
    (text) => {
      expect(() => parseJson(text)).toThrow(
        new SyntaxError('Expected JSON of at most 500 levels.'),
      );
    },
  );

  test.each(['', '{', '[1,]', 'NaN'])('refuses "%s"', (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  });

  test.each([
    ['[9223372036854775807,-9223372036854775808]', [2 ** 63, -(2 ** 63)]],
    ['[9223372036854775808,-9223372036854775809]', [ABOVE, -ABOVE]],
    ['["9223372036854775808",9223372036854775808.0]', ['9223372036854775808', 2 ** 63]],
    ['{"a":{"b":[9223372036854776833]}}', { a: { b: [ABOVE] } }],
  ])('tells what is outside of int64 in %s', (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });

  test('keeps "__proto__" a plain member', () => {
    const value = parseJson('{"__proto__":{"a":1}}');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.keys(Object(value))).toEqual(['__proto__']);
  });
});
