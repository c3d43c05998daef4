import { describe, expect, test } from 'vitest';
import { mockOf } from '../../support/test-mock.ts';

const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data';

async function answerOf(type: string, media: object) {
  const content = { [type]: media };
  const ask = mockOf(
    { paths: { '/a': { get: { responses: { 200: { content } } } } } },
    { brokenAnswers: 'report' },
  );
  const response = await ask('/a');
  expect(response.headers.get('x-mock-violations')).toBeNull();
  return response;
}

const schema = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string' },
    count: { type: 'integer' },
    tags: { type: 'array', items: { type: 'string' } },
    in: { type: 'object', properties: { a: { type: 'integer' } } },
    file: { type: 'string', contentMediaType: 'image/png' },
    files: { type: 'array', items: { type: 'string', format: 'binary' } },
  },
};
const name = 'é & b=c';

describe('a form', () => {
  test.each<[fact: string, media: object, text: string]>([
    [
      'has its members as fields',
      { schema, example: { name, count: 1 } },
      'name=%C3%A9+%26+b%3Dc&count=1',
    ],
    [
      'has a field per item of a list',
      { schema, example: { name: 'a', tags: ['x', 'y'] } },
      'name=a&tags=x&tags=y',
    ],
    [
      'has objects as JSON',
      { schema, example: { name: 'a', in: { a: 1 } } },
      'name=a&in=%7B%22a%22%3A1%7D',
    ],
    [
      'follows its encoding',
      {
        schema,
        encoding: {
          tags: { style: 'form', explode: false },
          in: { style: 'deepObject', explode: true },
        },
        example: { name: 'a', tags: ['x', 'y'], in: { a: 1 } },
      },
      'name=a&tags=x%2Cy&in%5Ba%5D=1',
    ],
    ['leaves out null', { example: { a: null, b: 1 } }, 'b=1'],
    [
      'has unknown lists and objects',
      { example: { a: [1, 2], b: { c: 1 } } },
      'a=1&a=2&b=%7B%22c%22%3A1%7D',
    ],
    ['may be text already', { schema, example: 'name=a&count=1' }, 'name=a&count=1'],
    [
      'may be made from its schema',
      { schema: { type: 'object', properties: { a: { type: 'integer', default: 3 } } } },
      'a=3',
    ],
  ])('%s', async (_fact, media, text) => {
    const response = await answerOf(FORM, media);
    expect(response.headers.get('content-type')).toBe(FORM);
    expect(await response.text()).toBe(text);
  });

  test('that is text is checked by its fields', async () => {
    const content = { [FORM]: { schema, example: 'count=x' } };
    const paths = { '/a': { get: { responses: { 200: { content } } } } };
    const { headers } = await mockOf({ paths }, { brokenAnswers: 'report' })('/a');
    const violations = JSON.parse(headers.get('x-mock-violations') ?? '');
    expect(violations).toMatchObject([{ pointer: '/name' }, { pointer: '/count' }]);
  });
});

describe('a multipart answer', () => {
  test('has its members as parts, which any client reads', async () => {
    const example = {
      name,
      count: 1,
      tags: ['x', 'y'],
      in: { a: 1 },
      file: Uint8Array.of(0xff, 0x00),
      files: ['one', 'two'],
    };
    const response = await answerOf(MULTIPART, { schema, example });
    const form = await response.formData();
    expect([form.get('name'), form.get('count'), form.getAll('tags')]).toEqual([
      name,
      '1',
      ['x', 'y'],
    ]);
    const [inner, file, ...files] = [form.get('in'), form.get('file'), ...form.getAll('files')];
    expect(inner).toBe('{"a":1}');
    expect(file).toBeInstanceOf(File);
    expect(file).toMatchObject({ name: 'file', type: 'image/png' });
    expect(await new Response(file).bytes()).toEqual(Uint8Array.of(0xff, 0x00));
    expect(files).toMatchObject([{ type: 'application/octet-stream' }, { name: 'files' }]);
  });

  test('takes the types of its parts from encoding', async () => {
    const encoding = {
      file: { contentType: 'image/gif, image/png' },
      name: { contentType: 'text/*' },
    };
    const response = await answerOf(MULTIPART, { encoding, example: { file: 'GIF', name: 'a' } });
    const text = await response.text();
    expect(text).toContain('name="file"\r\nContent-Type: image/gif\r\n\r\nGIF\r\n');
    expect(text).toContain('name="name"\r\n\r\na\r\n');
  });

  test('of another kind is a list of parts', async () => {
    const response = await answerOf('multipart/mixed', { example: ['text', { a: 1 }] });
    expect(response.headers.get('content-type')).toBe(
      'multipart/mixed; boundary="part-of-the-answer"',
    );
    expect(await response.text()).toBe(
      '--part-of-the-answer\r\n\r\ntext\r\n' +
        '--part-of-the-answer\r\nContent-Type: application/json\r\n\r\n{"a":1}\r\n' +
        '--part-of-the-answer--\r\n',
    );
  });

  test.each([
    ['multipart/mixed', '--b\r\n\r\na\r\n--b--\r\n', 'multipart/mixed; boundary="b"'],
    ['multipart/mixed; boundary=c', '--c\r\n\r\na\r\n--c--\r\n', 'multipart/mixed; boundary=c'],
  ])('of %s may be text already', async (type, example, sent) => {
    const response = await answerOf(type, { example });
    expect(response.headers.get('content-type')).toBe(sent);
    expect(await response.text()).toBe(example);
  });

  test('has a boundary that no part has', async () => {
    const response = await answerOf(MULTIPART, { example: { a: '--part-of-the-answer', 'b"': 1 } });
    const form = await response.formData();
    expect([...form]).toEqual([
      ['a', '--part-of-the-answer'],
      ['b"', '1'],
    ]);
  });
});

describe('a value that is no text', () => {
  test.each<[type: string, example: unknown, text: string]>([
    ['text/plain', 5, '5'],
    ['text/plain', true, 'true'],
    ['text/plain', { a: 1 }, '{"a":1}'],
    ['text/csv', 'a,b\n', 'a,b\n'],
    ['application/octet-stream', 'é', 'é'],
    ['application/vnd.api+json', 'a', '"a"'],
    ['text/json', { a: 1 }, '{"a":1}'],
    ['application/json; charset=utf-8', { a: 1 }, '{"a":1}'],
  ])('in %s is written: %j', async (type, example, text) => {
    const response = await answerOf(type, { example });
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.text()).toBe(text);
  });
});
