import { describe, expect, test } from 'vitest';
import { writeBody } from '../../src/client/write-body.ts';

describe('writeBody', () => {
  test.each([
    ['JSON', { a: [1] }, 'application/json', '{"a":[1]}'],
    ['JSON of a text', 'a', 'application/json', '"a"'],
    ['other JSON', { a: 1 }, 'application/merge-patch+json', '{"a":1}'],
    [
      'a form',
      { a: 'b c', d: [1, 2], e: { f: 1 } },
      'application/x-www-form-urlencoded',
      'a=b%20c&d=1&d=2&e=%7B%22f%22%3A1%7D',
    ],
    ['text', 'a', 'text/plain', 'a'],
    ['a number as text', 1, 'text/plain', '1'],
    ['XML that is written already', '<a/>', 'application/xml', '<a/>'],
  ])('writes %s', (_, body, mediaType, text) => {
    expect(writeBody(body, mediaType)).toBe(text);
  });

  test.each([
    ['a form', new FormData()],
    ['parameters', new URLSearchParams('a=b')],
    ['a file', new Blob(['a'])],
    ['bytes', new Uint8Array([1])],
    ['a buffer', new ArrayBuffer(1)],
    ['a stream', new ReadableStream()],
  ])('leaves %s as it is', (_, body) => {
    expect(writeBody(body, 'application/octet-stream')).toBe(body);
  });

  test('writes a multipart form of texts, files, items and objects', async () => {
    const file = new File(['x'], 'a.txt');
    const form = writeBody(
      { a: 1, b: [file, 'y'], c: { d: 2 }, e: undefined },
      'multipart/form-data',
    );
    if (!(form instanceof FormData)) throw new Error('expected a form');
    expect([...form.keys()]).toEqual(['a', 'b', 'b', 'c']);
    expect(form.getAll('b')).toEqual([file, 'y']);
    const part = form.get('c');
    expect(part instanceof Blob && [part.type, await part.text()]).toEqual([
      'application/json',
      '{"d":2}',
    ]);
  });

  test('refuses an object that has to be written by its caller', () => {
    expect(() => writeBody({ a: 1 }, 'application/xml')).toThrow(
      'Body of application/xml: expected text or bytes, found an object. Write it yourself, or pass a "bodySerializer".',
    );
  });
});
