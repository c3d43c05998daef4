import { describe, expect, test } from 'vitest';
import { mockOfFiles } from '../../support/mock-of-files.ts';

/** Bytes that no text is made of. */
const BYTES = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x00, 0xff, 0xfe, 0xc3]);
const BASE64 = Buffer.from(BYTES).toString('base64');
const HEAD = 'openapi: 3.1.0\ninfo: { title: T, version: "1" }\n';

/** Document with one answer, and `media` as its content of a type. */
function openapi(type: string, media: string, more = ''): string {
  return `${HEAD}paths:
  /a: { get: { responses: { 200: { description: A., content: { ${type}: { ${media} } } } } } }
${more}`;
}

async function answerOf(files: Readonly<Record<string, string | Uint8Array>>) {
  const response = await (await mockOfFiles(files))('/a');
  return {
    type: response.headers.get('content-type'),
    violations: response.headers.get('x-mock-violations'),
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}

const binary = 'schema: { type: string, maxLength: 10 }';

describe('bytes of an example', () => {
  test.each<[from: string, files: Record<string, string | Uint8Array>]>([
    [
      'a file beside the document',
      {
        'a.yaml': openapi('image/png', `${binary}, examples: { x: { externalValue: x.png } }`),
        'x.png': BYTES,
      },
    ],
    [
      'a file without an extension',
      {
        'a.yaml': openapi('image/png', `examples: { x: { externalValue: x } }`),
        x: BYTES,
      },
    ],
    [
      'a file that looks like JSON',
      {
        'a.yaml': openapi('image/png', `examples: { x: { externalValue: x.json } }`),
        'x.json': BYTES,
      },
    ],
    [
      'a component',
      {
        'a.yaml': openapi(
          'image/png',
          `${binary}, examples: { x: { $ref: "#/components/examples/X" } }`,
          'components: { examples: { X: { externalValue: x.png } } }',
        ),
        'x.png': BYTES,
      },
    ],
    ['!!binary', { 'a.yaml': openapi('image/png', `${binary}, example: !!binary ${BASE64}`) }],
    [
      'a named !!binary',
      { 'a.yaml': openapi('image/png', `examples: { x: { value: !!binary ${BASE64} } }`) },
    ],
    ['any media type', { 'a.yaml': openapi('"*/*"', `${binary}, example: !!binary ${BASE64}`) }],
  ])('are sent as they are from %s', async (_from, files) => {
    const { bytes, violations } = await answerOf(files);
    expect([[...bytes], violations]).toEqual([[...BYTES], null]);
  });

  test('are checked by their number', async () => {
    const media = `schema: { maxLength: 9 }, example: !!binary ${BASE64}`;
    const { violations } = await answerOf({ 'a.yaml': openapi('image/png', media) });
    expect(JSON.parse(violations ?? '')).toMatchObject([{ keyword: 'maxLength' }]);
  });

  test('are base64 in JSON', async () => {
    const schema = 'schema: { properties: { a: { type: string, format: byte } } }';
    const media = `${schema}, example: { a: !!binary ${BASE64} }`;
    const answer = await answerOf({ 'a.yaml': openapi('application/json', media) });
    expect(answer).toMatchObject({ violations: null, bytes: Buffer.from(`{"a":"${BASE64}"}`) });
  });

  test('are base64 in XML', async () => {
    const media = `schema: { properties: { a: { type: string } } }, example: { a: !!binary ${BASE64} }`;
    const { bytes } = await answerOf({ 'a.yaml': openapi('application/xml', media) });
    expect(bytes.toString()).toContain(`<a>${BASE64}</a>`);
  });
});

describe('a file of an example', () => {
  test.each<[type: string, name: string, content: string | Uint8Array, sent: string | Uint8Array]>([
    ['text/plain', 'x.txt', 'é\r\n', 'é\r\n'],
    ['text/plain; charset=iso-8859-1', 'x.txt', Uint8Array.of(0xe9), Uint8Array.of(0xe9)],
    ['text/plain', 'x.txt', '\uFEFFa', '\uFEFFa'],
    ['application/yaml', 'x.yaml', 'a:   1\n', 'a:   1\n'],
    ['application/octet-stream', 'x.json', '{ "a": 1 }', '{ "a": 1 }'],
    ['application/json', 'x.json', '{ "a": 1 }', '{"a":1}'],
    ['application/ld+json', 'x.jsonld', '{ "a": 1 }', '{"a":1}'],
    ['application/json', 'x.txt', 'a: [', '"a: ["'],
  ])('of %s named %s is sent as its media type says', async (type, name, content, sent) => {
    const media = `examples: { x: { externalValue: ${name} } }`;
    const { bytes } = await answerOf({ 'a.yaml': openapi(`"${type}"`, media), [name]: content });
    expect([...bytes]).toEqual([...Buffer.from(sent)]);
  });
});

test('text for a binary type is sent as it is, base64 included', async () => {
  const media = `schema: { type: string, contentEncoding: base64 }, example: ${BASE64}`;
  const { bytes } = await answerOf({ 'a.yaml': openapi('image/png', media) });
  expect(bytes.toString()).toBe(BASE64);
});
