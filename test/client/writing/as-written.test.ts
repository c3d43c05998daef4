import { describe, expect, test } from 'vitest';
import { writeForm } from '../../../src/client/writing/write-form.ts';
import { writeMultipart } from '../../../src/client/writing/write-multipart.ts';
import { writeText } from '../../../src/client/writing/write-text.ts';

describe.each([
  ['writeForm', writeForm],
  ['writeMultipart', writeMultipart],
  ['writeText', writeText],
])('%s', (_, write) => {
  test.each([
    ['a text', 'a=b'],
    ['a form', new FormData()],
    ['parameters', new URLSearchParams('a=b')],
    ['a file', new File(['a'], 'a.txt')],
    ['bytes', new Uint8Array([1])],
    ['a view of bytes', new DataView(new ArrayBuffer(1))],
    ['a buffer', new ArrayBuffer(1)],
    ['a stream', new ReadableStream()],
  ])('leaves %s as it is', (_what, body) => {
    expect(write(body)).toBe(body);
  });
});
