import { describe, expect, test } from 'vitest';
import { createJsonPositions } from '../../../src/contract/load/json-position.ts';

const TEXT = `{
  "a": [10, { "b": "}\\"]" }, [ ], "x"],
  "c" : { "d": null, "\\u0065": 1 },
  "c": { "d": true }
}`;

describe('createJsonPositions', () => {
  test.each<[keys: string[], start: string]>([
    [[], '{\n  "a"'],
    [['a'], '"a": [10'],
    [['a', '0'], '10,'],
    [['a', '1'], '{ "b"'],
    [['a', '1', 'b'], '"b": "}'],
    [['a', '2'], '[ ]'],
    [['a', '3'], '"x"'],
    [['c', 'd'], '"d": true'],
    [['a', '4'], '"a": [10'],
    [['no'], '{\n  "a"'],
    [['a', '1', 'no'], '{ "b"'],
    [['a', '0', 'no'], '10,'],
  ])('finds %j', (keys, start) => {
    expect(TEXT.slice(createJsonPositions(TEXT)(keys)).startsWith(start)).toBe(true);
  });

  test('reads escapes in keys', () => {
    expect(createJsonPositions('{ "x": 1, "\\u0065": 2 }')(['e'])).toBe(10);
  });

  test('finds further positions in what it has read before', () => {
    const find = createJsonPositions(TEXT);
    const starts = [
      ['a', '1', 'b'],
      ['c', 'd'],
      ['a', '3'],
    ].map((keys) => find(keys));
    expect(starts.map((start) => TEXT.slice(start, start + 3))).toEqual(['"b"', '"d"', '"x"']);
  });

  test('skips a byte order mark', () => {
    expect(createJsonPositions('\uFEFF{ "x": 1 }')(['x'])).toBe(3);
  });
});
