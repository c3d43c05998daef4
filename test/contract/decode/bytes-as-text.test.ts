import { expect, test } from 'vitest';
import { bytesAsText } from '../../../src/contract/decode/bytes-as-text.ts';
import { FilePart } from '../../../src/contract/model/file-part.ts';

const bytes = Uint8Array.from([0x00, 0xff, 0x41]);
const file = new FilePart('a', 'image/png', bytes);
const text = '\u0000\u00ffA';

test.each<[body: unknown, seen: unknown]>([
  [bytes, text],
  [new Uint8Array([0x42, ...bytes]).subarray(1), text],
  [
    { a: file, b: 1 },
    { a: text, b: 1 },
  ],
  [{ a: [file, file] }, { a: [text, text] }],
  [{ a: ['x', file] }, { a: ['x', text] }],
  ['a', 'a'],
  [undefined, undefined],
])('a schema sees %j as %j', (body, seen) => {
  expect(bytesAsText(body)).toEqual(seen);
});

test('a body without bytes is seen as it is', () => {
  const body = { a: [1] };
  expect(bytesAsText(body)).toBe(body);
});
