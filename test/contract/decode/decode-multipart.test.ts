import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeMultipart } from '../../../src/contract/decode/decode-multipart.ts';
import type { FieldEncoding } from '../../../src/contract/model/contract.ts';
import { FilePart } from '../../../src/contract/model/file-part.ts';
import type { JsonSchema } from '../../../src/contract/model/json-schema.ts';

const integer: JsonSchema = { type: 'integer' };
const object: JsonSchema = { type: 'object', properties: { a: integer } };
const schema: JsonSchema = {
  type: 'object',
  properties: {
    count: integer,
    note: { type: 'string' },
    meta: object,
    tags: { type: 'array', items: { type: 'string' } },
    file: { type: 'string', contentMediaType: 'application/octet-stream' },
    files: { type: 'array', items: {} },
  },
};

function read(
  body: string | Uint8Array,
  contentType: string,
  encoding: Record<string, FieldEncoding> = {},
): Promise<unknown> {
  const place = { pointer: '', schema };
  const more = { examples: [], encoding: new Map(Object.entries(encoding)) };
  return decodeMultipart(
    body,
    contentType,
    { type: contentType, schema: place, ...more },
    (same) => same,
  );
}

/** Sends parts as any client does. */
async function send(
  parts: [name: string, value: string | File][],
  encoding = {},
): Promise<unknown> {
  const form = new FormData();
  for (const [name, value] of parts) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value);
  }
  const request = new Response(form);
  return read(await request.bytes(), request.headers.get('content-type') ?? '', encoding);
}

const BYTES = Uint8Array.from([0x00, 0xff, 0x0d, 0x0a, 0x2d, 0x2d]);
const png = (name: string) => new File([BYTES], name, { type: 'image/png' });
const part = (name: string) => new FilePart(name, 'image/png', BYTES);
const json = (text: string) => new File([text], 'blob', { type: 'application/json' });

describe('names in brackets', () => {
  test.each<[fact: string, parts: [string, string | File][], value: unknown]>([
    ['hold members', [['meta[a]', '1']], { meta: { a: 1 } }],
    [
      'hold texts of a list',
      [
        ['tags[]', 'a'],
        ['tags[]', 'b'],
      ],
      { tags: ['a', 'b'] },
    ],
    [
      'hold numbered texts',
      [
        ['tags[1]', 'b'],
        ['tags[0]', 'a'],
      ],
      { tags: ['a', 'b'] },
    ],
    [
      'hold files of a list',
      [
        ['files[]', png('a')],
        ['files[]', png('b')],
      ],
      { files: [part('a'), part('b')] },
    ],
    ['hold numbered files', [['files[0]', png('a')]], { files: [part('a')] }],
    ['are names like any other for no list', [['note[]', png('a')]], { 'note[]': part('a') }],
  ])('%s', async (_fact, parts, value) => {
    expect(await send(parts)).toEqual(value);
  });
});

describe('decodeMultipart', () => {
  test.each<[fact: string, parts: [string, string | File][], value: unknown]>([
    [
      'reads texts by the types of their properties',
      [
        ['count', '1'],
        ['note', '1'],
      ],
      { count: 1, note: '1' },
    ],
    ['keeps text that is not of its type', [['count', 'x']], { count: 'x' }],
    ['keeps every character', [['note', 'é\r\n--x & +=%20']], { note: 'é\r\n--x & +=%20' }],
    [
      'reads repeated fields as a list',
      [
        ['tags', 'a'],
        ['tags', 'b'],
      ],
      { tags: ['a', 'b'] },
    ],
    ['reads the only item of a list', [['tags', 'a']], { tags: ['a'] }],
    ['reads JSON in place of an object', [['meta', '{"a":1}']], { meta: { a: 1 } }],
    ['reads a JSON file in place of an object', [['meta', json('{"a":1}')]], { meta: { a: 1 } }],
    ['keeps another file in place of an object', [['meta', png('a')]], { meta: part('a') }],
    ['keeps broken JSON as text', [['meta', '{']], { meta: '{' }],
    [
      'reads a file with its name, type and bytes',
      [['file', png('a.png')]],
      { file: part('a.png') },
    ],
    ['reads the only file of a list', [['files', png('a')]], { files: [part('a')] }],
    [
      'reads files as a list',
      [
        ['files', png('a')],
        ['files', png('b')],
      ],
      { files: [part('a'), part('b')] },
    ],
    [
      'keeps a file that was sent twice as a list',
      [
        ['file', png('a')],
        ['file', png('b')],
      ],
      { file: [part('a'), part('b')] },
    ],
    [
      'keeps a text beside a file',
      [
        ['file', 'x'],
        ['file', png('a')],
      ],
      { file: ['x', part('a')] },
    ],
    [
      'keeps what the schema does not know',
      [
        ['x', '1'],
        ['y', png('a')],
      ],
      { x: '1', y: part('a') },
    ],
    ['reads no parts as no fields', [], {}],
  ])('%s', async (_fact, parts, value) => {
    expect(await send(parts)).toEqual(value);
  });

  test('reads a field as JSON where the encoding says so', async () => {
    const encoding = { note: { contentType: 'application/json' } };
    expect(await send([['note', '[1]']], encoding)).toEqual({ note: [1] });
  });

  test('leaves a JSON file alone where text is expected', async () => {
    expect(await send([['note', json('1')]])).toEqual({
      note: new FilePart('blob', 'application/json', Uint8Array.from([0x31])),
    });
  });

  test('gives a part without a type the one of text', async () => {
    const head = 'content-disposition: form-data; name="file"; filename="a"';
    const body = `--b\r\n${head}\r\n\r\nx\r\n--b--\r\n`;
    expect(await read(body, 'multipart/form-data; boundary=b')).toMatchObject({
      file: { mediaType: 'text/plain' },
    });
  });
});

describe('a body that is not of the format', () => {
  const whole = '--b\r\nContent-Disposition: form-data; name="note"\r\n\r\nx\r\n--b--\r\n';

  test.each<[what: string, body: string, contentType: string, reason: string]>([
    ['without a boundary', whole, 'multipart/form-data', 'missing boundary'],
    ['with another boundary', whole, 'multipart/form-data; boundary=c', 'no boundary found'],
    ['that ends early', whole.slice(0, -9), 'multipart/form-data; boundary=b', 'boundary'],
    ['that is empty', '', 'multipart/form-data; boundary=b', 'no boundary found'],
    ['that is text', 'note=x', 'multipart/form-data; boundary=b', 'no boundary found'],
    [
      'with a broken header',
      whole.replace(':', ''),
      'multipart/form-data; boundary=b',
      'header name',
    ],
  ])('%s is a SyntaxError that says why', async (_what, body, contentType, reason) => {
    const failure = read(body, contentType);
    await expect(failure).rejects.toThrow(SyntaxError);
    await expect(failure).rejects.toThrow('Expected multipart/form-data: ');
    await expect(failure).rejects.toThrow(reason);
  });

  test('is never another error, whatever it holds', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '--b',
        '--b--',
        '\r\n',
        '\n',
        ':',
        'Content-Disposition: form-data; name="',
        '"',
      ),
      fc.constantFrom(
        'Content-Type: application/json',
        '; filename="',
        "; filename*=utf-8''%ff",
        '__proto__',
      ),
      fc.string({ maxLength: 8 }),
    );
    const bodies = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const outcome = await read(body, 'multipart/form-data; boundary=b').catch((error) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(SyntaxError);
      }),
    );
  });

  // With a new list for each, it would take minutes.
  test('is read in linear time where it is full of files', async () => {
    const part = '--b\r\nContent-Disposition: form-data; name="a"; filename="f"\r\n\r\n\r\n';
    const body = `${part.repeat(150_000)}--b--\r\n`;
    const form = await read(body, 'multipart/form-data; boundary=b');
    expect(form).toMatchObject({ a: { length: 150_000 } });
  });
});
