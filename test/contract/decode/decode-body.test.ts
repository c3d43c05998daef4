import { describe, expect, test } from 'vitest';
import { decodeBody } from '../../../src/contract/decode/decode-body.ts';
import type { JsonSchema } from '../../../src/contract/model/json-schema.ts';
import { createSchemaResolver } from '../../../src/contract/model/resolve-schema.ts';
import { XmlSyntaxError } from '../../../src/contract/xml/xml-syntax-error.ts';

const form: JsonSchema = {
  type: 'object',
  properties: {
    count: { type: 'integer' },
    open: { type: 'boolean' },
    name: { type: 'string' },
    ids: { type: 'array', items: { type: 'integer' } },
  },
};
const resolve = createSchemaResolver({ schemas: { Form: form } });

function decode(type: string, body: string | Uint8Array, schema?: JsonSchema): unknown {
  const place = schema === undefined ? undefined : { pointer: '', schema };
  return decodeBody(body, { type, schema: place, examples: [] }, resolve);
}

describe('decodeBody', () => {
  test.each([
    ['application/json', '{"a":[1,null]}', { a: [1, null] }],
    ['application/problem+json', '"x"', 'x'],
    ['text/plain', '{"a":1}', '{"a":1}'],
    ['application/octet-stream', '12', '12'],
  ])('reads %s', (type, text, value) => {
    expect(decode(type, text)).toEqual(value);
  });

  test.each<[type: string, bytes: number[], value: unknown]>([
    ['application/json', [0x22, 0xc3, 0xa9, 0x22], 'é'],
    ['application/json', [0xef, 0xbb, 0xbf, 0x31], 1],
    ['text/plain', [0xc3, 0xa9], 'é'],
    ['text/plain; charset=ISO-8859-1', [0xe9], 'é'],
    ['text/plain; x=y; Charset="utf-16le"', [0xe9, 0x00], 'é'],
    ['text/xml', [...Buffer.from('<a>é</a>')], 'é'],
    ['text/plain; charset=utf-16', [0xfe, 0xff, 0x00, 0xe9], 'é'],
    ['text/plain; charset=utf-16', [0xff, 0xfe, 0xe9, 0x00], 'é'],
    ['application/json', [0xff, 0xfe, 0x31, 0x00], 1],
    ['text/plain; charset=iso-8859-1', [0xef, 0xbb, 0xbf, 0xc3, 0xa9], 'é'],
    [
      'application/xml',
      [...Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>\u00e9</a>', 'latin1')],
      'é',
    ],
    ['application/x-www-form-urlencoded', [...Buffer.from('a=%C3%A9')], { a: 'é' }],
  ])('reads %s from the bytes %j', (type, bytes, value) => {
    expect(decode(type, Uint8Array.from(bytes))).toEqual(value);
  });

  test.each(['application/octet-stream', 'image/png', 'application/pdf', '*/*', ''])(
    'leaves the bytes of %j as they are',
    (type) => {
      const bytes = Uint8Array.from([0x00, 0xff, 0xc3]);
      expect(decode(type, bytes)).toBe(bytes);
    },
  );

  test.each<[type: string, message: string]>([
    ['text/plain', 'Expected text in utf-8, found invalid bytes.'],
    ['application/json; charset=utf-8', 'Expected text in utf-8, found invalid bytes.'],
    ['text/plain; charset=klingon', 'Unknown charset "klingon".'],
  ])('throws for bytes that are no text of %s', (type, message) => {
    expect(() => decode(type, Uint8Array.from([0xff]))).toThrow(new SyntaxError(message));
  });

  test('reads XML by its schema', () => {
    expect(decode('text/xml', '<form><count>1</count></form>', form)).toEqual({ count: 1 });
  });

  test.each([
    ['application/json', '{"a":', SyntaxError],
    ['application/xml', '<a>', XmlSyntaxError],
  ])('throws for %s that is not well-formed', (type, text, error) => {
    expect(() => decode(type, text)).toThrow(error);
  });
});

describe('forms', () => {
  test.each([
    [
      'read fields by the types of their properties',
      'count=1&open=true&name=1',
      { count: 1, open: true, name: '1' },
    ],
    ['keep text that is not of its type', 'count=one', { count: 'one' }],
    ['keep unknown fields as text', 'more=1', { more: '1' }],
    ['decode percent-encoding and plus signs', 'name=a+b%26c', { name: 'a b&c' }],
    ['read a field of an array that was sent once', 'ids=1', { ids: [1] }],
    ['read the items of an array', 'ids=1&ids=2&ids=x', { ids: [1, 2, 'x'] }],
    ['keep a field that was sent twice as a list', 'name=a&name=b', { name: ['a', 'b'] }],
    ['may be empty', '', {}],
  ])('%s', (_fact, text, value) => {
    expect(decode('application/x-www-form-urlencoded', text, form)).toEqual(value);
  });

  test.each<JsonSchema>([{ $ref: '#/schemas/Form' }, { ...form }])('are read by %j', (schema) => {
    expect(decode('application/x-www-form-urlencoded', 'count=1', schema)).toEqual({ count: 1 });
  });

  test('without a schema are text', () => {
    expect(decode('application/x-www-form-urlencoded', 'count=1')).toEqual({ count: '1' });
  });
});

describe('text', () => {
  test.each<[type: string, schema: JsonSchema, text: string, value: unknown]>([
    ['text/plain', { type: 'integer' }, ' 42\n', 42],
    ['text/plain', { type: 'number' }, '1.5', 1.5],
    ['text/plain', { type: 'boolean' }, 'true', true],
    ['text/plain', { type: 'integer' }, 'x', 'x'],
    ['text/plain', { type: ['integer', 'string'] }, '42', '42'],
    ['text/plain', { type: 'object' }, '{"a":1}', { a: 1 }],
    ['text/plain', true, '42', '42'],
    ['text/csv', { type: 'string' }, 'a,b', 'a,b'],
    ['text/json', { type: 'object' }, '{"a":1}', { a: 1 }],
  ])('of %s described by %j: %j', (type, schema, text, value) => {
    expect(decode(type, Buffer.from(text), schema)).toEqual(value);
  });

  test.each(['text/csv', 'text/yaml'])(
    'of %s that stands for something else stays bytes',
    (type) => {
      const bytes = Buffer.from('a: 1');
      expect(decode(type, bytes, { type: 'object' })).toBe(bytes);
    },
  );
});
