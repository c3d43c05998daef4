import { describe, expect, test } from 'vitest';
import { writeMultipart } from '../../../src/client/writing/write-multipart.ts';

/** Parts of a form: names, file names, media types and contents. */
async function readParts(body: unknown) {
  const form = writeMultipart(body);
  if (!(form instanceof FormData)) throw new Error('expected a form');
  const parts = [...form].map(async ([name, value]) =>
    typeof value === 'string' ? [name, value] : [name, value.type, await value.text()],
  );
  return await Promise.all(parts);
}

describe('writeMultipart', () => {
  test.each<[what: string, body: unknown, parts: unknown[]]>([
    [
      'texts',
      { a: 'x', b: 1, c: false },
      [
        ['a', 'x'],
        ['b', '1'],
        ['c', 'false'],
      ],
    ],
    ['nothing of absent values', { a: undefined, b: null, c: [undefined, 'x'] }, [['c', 'x']]],
    ['an object as JSON', { a: { b: [1] } }, [['a', 'application/json', '{"b":[1]}']]],
    [
      'items apart',
      { a: ['x', new Blob(['y'], { type: 'text/csv' }), { z: 1 }] },
      [
        ['a', 'x'],
        ['a', 'text/csv', 'y'],
        ['a', 'application/json', '{"z":1}'],
      ],
    ],
    ['nothing of nothing', {}, []],
  ])('writes %s', async (_, body, parts) => {
    expect(await readParts(body)).toEqual(parts);
  });

  test('keeps the name of a file', () => {
    const file = new File(['f'], 'ä "1".txt');
    const form = writeMultipart({ file });
    expect(form instanceof FormData && form.get('file')).toBe(file);
  });
});
