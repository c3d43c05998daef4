import { describe, expect, test } from 'vitest';
import { decodeValue } from '../../../src/contract/decode/decode-value.ts';
import { writeField, writePairs, writeSegment } from '../../../src/contract/example/write-value.ts';
import type { Serialization } from '../../../src/contract/model/contract.ts';
import type { JsonSchema } from '../../../src/contract/model/json-schema.ts';

const text: JsonSchema = { type: 'string' };
const list: JsonSchema = { type: 'array', items: text };
const object: JsonSchema = { type: 'object', properties: { a: { type: 'integer' }, b: text } };
const LIST = ['a', 'b;c', '=d'];
const OBJECT = { a: 1, b: 'x' };

type Style = Omit<Serialization, 'schema' | 'name'>;

const styles: Style[] = [
  ...['simple', 'label', 'matrix'].flatMap((style) => [
    { in: 'path' as const, style, explode: false },
    { in: 'path' as const, style, explode: true },
  ]),
  { in: 'query', style: 'form', explode: false },
  { in: 'query', style: 'form', explode: true },
  { in: 'query', style: 'spaceDelimited', explode: false },
  { in: 'query', style: 'pipeDelimited', explode: false },
  { in: 'header', style: 'simple', explode: false },
  { in: 'header', style: 'simple', explode: true },
  { in: 'cookie', style: 'form', explode: false },
  { in: 'cookie', style: 'form', explode: true },
];

/** What the reader of a request makes of a value that was written into it. */
function passOn(style: Style, schema: JsonSchema, value: unknown): unknown {
  const written: Serialization = { ...style, name: 'p', schema: { pointer: '', schema } };
  const pairs = writePairs(written, value);
  const encoded = writePairs(written, value, encodeURIComponent);
  const cookie = encoded.map((pair) => pair.join('=')).join('; ');
  const headers = style.in === 'header' ? { p: writeField(written, value) } : { cookie };
  const source = {
    path: style.in === 'path' ? { p: writeSegment(written, value) } : {},
    query: new URLSearchParams(style.in === 'query' ? pairs : []),
    headers: new Headers(headers),
  };
  return decodeValue(written, source, (same) => same);
}

describe.each(styles)('what is written by %j', (style) => {
  test('is read back', () => {
    expect(passOn(style, text, 'blue')).toBe('blue');
    expect(passOn(style, list, LIST)).toEqual(LIST);
    expect(passOn(style, object, OBJECT)).toEqual(OBJECT);
  });
});

test('a deep object is read back', () => {
  const style: Style = { in: 'query', style: 'deepObject', explode: false };
  expect(passOn(style, object, OBJECT)).toEqual(OBJECT);
});

test('JSON is read back', () => {
  const style: Style = { in: 'query', style: 'form', explode: true, mediaType: 'application/json' };
  expect(passOn(style, object, OBJECT)).toEqual(OBJECT);
  expect(writePairs({ name: 'p', ...style }, [1, 2])).toEqual([['p', '[1,2]']]);
});

test('a path is percent-encoded', () => {
  const written = { name: 'p', style: 'simple', explode: false };
  expect(writeSegment(written, ['a/b', 'c,d'])).toBe('a%2Fb,c%2Cd');
});

test.each<[mediaType: string, value: unknown, written: string]>([
  ['application/json', 'a', '%22a%22'],
  ['*/*', 'a', 'a'],
  ['text/plain', 'a b', 'a%20b'],
  ['text/plain', { a: 1 }, '%7B%22a%22%3A1%7D'],
])('a parameter in %s is written by its media type: %j', (mediaType, value, written) => {
  const parameter = { name: 'p', style: 'simple', explode: false, mediaType };
  expect(writeSegment(parameter, value)).toBe(written);
});
