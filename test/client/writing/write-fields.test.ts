import { describe, expect, test } from 'vitest';
import type { FieldStyles } from '../../../src/client/route.ts';
import { writeFields } from '../../../src/client/writing/write-fields.ts';

describe('writeFields', () => {
  test.each<[name: string, values: object, styles: FieldStyles | undefined, text: string]>([
    ['each value', { a: 1, b: 'x', c: true }, undefined, 'a=1&b=x&c=true'],
    [
      'what is reserved in percent-encoding',
      { 'a&b': 'c=d e+é' },
      undefined,
      'a%26b=c%3Dd%20e%2B%C3%A9',
    ],
    ['nothing of absent values', { a: undefined, b: null }, undefined, ''],
    ['an empty text', { a: '' }, undefined, 'a='],
    ['each item of an array', { a: [1, 2] }, undefined, 'a=1&a=2'],
    ['nothing of an empty array', { a: [] }, undefined, ''],
    ['each member of an object', { a: { b: 1, c: 2 } }, undefined, 'b=1&c=2'],
    ['no absent member', { a: { b: undefined, c: 2 } }, undefined, 'c=2'],
    ['objects in arrays as JSON', { a: [{ b: 1 }] }, undefined, 'a=%7B%22b%22%3A1%7D'],
    ['items between commas', { a: ['x,y', 2] }, { a: 'comma' }, 'a=x%2Cy,2'],
    ['members between commas', { a: { b: 1, c: 2 } }, { a: 'comma' }, 'a=b,1,c,2'],
    ['nothing of an empty array between commas', { a: [] }, { a: 'comma' }, ''],
    ['items between spaces', { a: [1, 2] }, { a: 'space' }, 'a=1%202'],
    ['items between pipes', { a: [1, 2] }, { a: 'pipe' }, 'a=1%7C2'],
    [
      'members by their keys',
      { a: { b: { c: 1 }, d: [2] } },
      { a: 'deep' },
      'a%5Bb%5D%5Bc%5D=1&a%5Bd%5D%5B0%5D=2',
    ],
    ['JSON of an object', { a: { b: 1 } }, { a: 'json' }, 'a=%7B%22b%22%3A1%7D'],
    ['JSON of a text', { a: 'b' }, { a: 'json' }, 'a=%22b%22'],
    ['a single value that has a style', { a: 1 }, { a: 'comma' }, 'a=1'],
    [
      'a field with the name of a member of all objects',
      { toString: [1, 2] },
      {},
      'toString=1&toString=2',
    ],
  ])('writes %s', (_, values, styles, text) => {
    expect(writeFields(values, styles)).toBe(text);
  });

  test('writes objects without a style in another one, and nothing else', () => {
    const values = { a: { b: 1 }, c: [1, 2], d: 'e' };
    expect(writeFields(values, {}, 'json')).toBe('a=%7B%22b%22%3A1%7D&c=1&c=2&d=e');
  });
});
