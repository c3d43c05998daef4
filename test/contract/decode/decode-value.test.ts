import { describe, expect, test } from 'vitest';
import { decodeValue } from '../../../src/contract/decode/decode-value.ts';
import type { Serialization } from '../../../src/contract/model/contract.ts';
import type { JsonSchema } from '../../../src/contract/model/json-schema.ts';

type Place = Serialization['in'];

const text: JsonSchema = { type: 'string' };
const list: JsonSchema = { type: 'array', items: text };
const number: JsonSchema = { type: 'integer' };
const rgb: JsonSchema = { type: 'object', properties: { R: number, G: number, B: number } };
const BLUE = 'blue';
const COLORS = ['blue', 'black', 'brown'];
const RGB = { R: 100, G: 200, B: 150 };

/** Value of `color` in the part of a request where it stands. */
function decode(
  written: { in: Place; style: string; explode: boolean; schema: JsonSchema; allowsEmpty?: true },
  sent: string,
  siblings: readonly string[] = [],
): unknown {
  const { in: place, schema } = written;
  const color = { ...written, name: 'color', schema: { pointer: '', schema } };
  const source = {
    path: place === 'path' ? { color: sent } : {},
    query: new URLSearchParams(place === 'query' ? sent : ''),
    headers: new Headers({ [place === 'header' ? 'color' : 'cookie']: sent }),
  };
  const others = siblings.map((name) => ({ ...color, name }));
  return decodeValue(color, source, (same) => same, others);
}

// The table of OpenAPI 3.1.1 section 4.8.12.5, where 3.1.0 had a wrong `label` without explode.
describe('style examples', () => {
  const PLACES: Record<string, Place> = {
    matrix: 'path',
    label: 'path',
    simple: 'path',
    form: 'query',
    spaceDelimited: 'query',
    pipeDelimited: 'query',
    deepObject: 'query',
  };

  test.each<
    [style: string, explode: boolean, empty: string, one: string, array: string, object: string]
  >([
    [
      'matrix',
      false,
      ';color',
      ';color=blue',
      ';color=blue,black,brown',
      ';color=R,100,G,200,B,150',
    ],
    [
      'matrix',
      true,
      ';color',
      ';color=blue',
      ';color=blue;color=black;color=brown',
      ';R=100;G=200;B=150',
    ],
    ['label', false, '.', '.blue', '.blue,black,brown', '.R,100,G,200,B,150'],
    ['label', true, '.', '.blue', '.blue.black.brown', '.R=100.G=200.B=150'],
    ['simple', false, '', 'blue', 'blue,black,brown', 'R,100,G,200,B,150'],
    ['simple', true, '', 'blue', 'blue,black,brown', 'R=100,G=200,B=150'],
    ['form', false, 'color=', 'color=blue', 'color=blue,black,brown', 'color=R,100,G,200,B,150'],
    [
      'form',
      true,
      'color=',
      'color=blue',
      'color=blue&color=black&color=brown',
      'R=100&G=200&B=150',
    ],
    [
      'spaceDelimited',
      false,
      '',
      '',
      'color=blue%20black%20brown',
      'color=R%20100%20G%20200%20B%20150',
    ],
    ['spaceDelimited', true, '', '', 'color=blue&color=black&color=brown', ''],
    [
      'pipeDelimited',
      false,
      '',
      '',
      'color=blue%7Cblack%7Cbrown',
      'color=R%7C100%7CG%7C200%7CB%7C150',
    ],
    ['pipeDelimited', true, '', '', 'color=blue&color=black&color=brown', ''],
    ['deepObject', true, '', '', '', 'color%5BR%5D=100&color[G]=200&color[B]=150'],
  ])('of %s with explode %j', (style, explode, empty, one, array, object) => {
    const written = { in: PLACES[style] ?? 'query', style, explode };
    const isPath = written.in === 'path';
    if (empty !== '' || isPath) expect(decode({ ...written, schema: text }, empty)).toBe('');
    if (one !== '') expect(decode({ ...written, schema: text }, one)).toBe(BLUE);
    if (array !== '') expect(decode({ ...written, schema: list }, array)).toEqual(COLORS);
    if (object !== '') expect(decode({ ...written, schema: rgb }, object)).toEqual(RGB);
  });

  test.each<[place: Place, style: string, explode: boolean, array: string, object: string]>([
    ['header', 'simple', false, 'blue, black, brown', 'R,100,G,200,B,150'],
    ['header', 'simple', true, 'blue,black,brown', 'R=100, G=200, B=150'],
    ['cookie', 'form', false, 'color=blue,black,brown', 'color=R,100,G,200,B,150'],
    ['cookie', 'form', true, 'color=blue&color=black&color=brown', 'R=100&G=200&B=150'],
    [
      'cookie',
      'form',
      true,
      'a=1; color=blue; color=black;color=brown',
      'a=1; R=100; G=200; B=150',
    ],
    ['cookie', 'form', true, 'color=blue,black,brown; a=1', 'R=100; a=1; G=200&B=150'],
  ])('in a %s by %s with explode %j', (place, style, explode, array, object) => {
    const written = { in: place, style, explode };
    expect(decode({ ...written, schema: list }, array)).toEqual(COLORS);
    expect(decode({ ...written, schema: rgb }, object)).toEqual(RGB);
  });
});

describe('a value in a path', () => {
  test.each<[style: string, explode: boolean, schema: JsonSchema, sent: string, value: unknown]>([
    // A separator that is percent-encoded belongs to the value.
    ['simple', false, list, 'a%2Cb,c', ['a,b', 'c']],
    ['label', true, list, '.a%2Eb.c', ['a.b', 'c']],
    ['matrix', true, list, ';color=a%3Bb;color=', ['a;b', '']],
    ['simple', true, rgb, 'R=1,G=%3D', { R: 1, G: '=' }],
    ['label', false, number, '.3', 3],
    ['label', false, { type: 'number' }, '.3.5', 3.5],
    ['matrix', false, number, ';color=3', 3],
  ])('by %s with explode %j and %j reads %s as %j', (style, explode, schema, sent, value) => {
    expect(decode({ in: 'path', style, explode, schema }, sent)).toEqual(value);
  });

  test.each<[style: string, sent: string]>([
    ['label', 'blue'],
    ['matrix', 'color=blue'],
    ['matrix', ';colour=blue'],
    ['matrix', ';blue'],
  ])('that %s does not write is none: %s', (style, sent) => {
    expect(decode({ in: 'path', style, explode: false, schema: text }, sent)).toBeUndefined();
  });
});

describe('an object', () => {
  const exploded = { in: 'query', style: 'form', explode: true } as const;
  const deep = { in: 'query', style: 'deepObject', explode: true } as const;
  const composed: JsonSchema = {
    allOf: [rgb, { properties: { tags: list } }],
    properties: { R: text },
  };

  test.each<[fact: string, schema: JsonSchema, sent: string, value: unknown]>([
    [
      'reads the members of all its parts',
      composed,
      'R=1&G=2&tags=x',
      { R: '1', G: 2, tags: ['x'] },
    ],
    ['reads a list that is sent as a list', composed, 'tags=x&tags=y', { tags: ['x', 'y'] }],
    ['keeps a member that was sent twice as a list', rgb, 'R=1&R=2', { R: [1, 2] }],
    ['leaves out what it does not describe', rgb, 'R=1&page=2', { R: 1 }],
    ['leaves out what it forbids', { ...rgb, additionalProperties: false }, 'R=1&x=2', { R: 1 }],
    ['takes members of any name', { type: 'object' }, 'x=1&page=2', { x: '1' }],
    [
      'takes them by their schema',
      { ...rgb, additionalProperties: number },
      'x=1&page=2',
      { x: 1 },
    ],
    ['leaves a parameter beside it alone', { type: 'object' }, 'page=2', undefined],
    [
      'knows no member from its prototype',
      { type: 'object' },
      '__proto__=1',
      JSON.parse('{"__proto__":"1"}'),
    ],
  ])('%s', (_fact, schema, sent, value) => {
    expect(decode({ ...exploded, schema }, sent, ['page'])).toEqual(value);
  });

  test.each<[what: string, written: Parameters<typeof decode>[0], sent: string]>([
    ['names without values', { in: 'path', style: 'simple', explode: false, schema: rgb }, 'R,1,G'],
    [
      'parts that are no pairs',
      { in: 'path', style: 'simple', explode: true, schema: rgb },
      'R=1,G',
    ],
  ])('that has %s stays text', (_what, written, sent) => {
    expect(decode(written, sent)).toBe(sent);
  });

  test('is read by deepObject whatever else its schema allows', () => {
    const schema: JsonSchema = { oneOf: [{ type: 'object', properties: { a: number } }, text] };
    expect(decode({ ...deep, schema }, 'color[a]=1')).toEqual({ a: 1 });
    expect(decode({ ...deep, schema }, 'color=x')).toBe('x');
  });
});

describe('an empty value', () => {
  const query = { in: 'query', style: 'form', explode: true } as const;

  test.each<[schema: JsonSchema, value: unknown]>([
    [text, ''],
    [number, ''],
    [list, ['']],
  ])('of %j is %j', (schema, value) => {
    expect(decode({ ...query, schema }, 'color=')).toEqual(value);
  });

  test('stays empty text where it stands for none', () => {
    expect(decode({ ...query, schema: list, allowsEmpty: true }, 'color=')).toBe('');
    expect(decode({ ...query, schema: list, allowsEmpty: true }, 'color=a')).toEqual(['a']);
  });
});

test('reserved characters arrive as they are', () => {
  const query = { in: 'query', style: 'form', explode: true } as const;
  expect(decode({ ...query, schema: text }, 'color=a/b?c:d@e,f;[g]!')).toBe('a/b?c:d@e,f;[g]!');
});
