import { describe, expect, test } from 'vitest';
import { decodeBody } from '../../src/contract/decode-body.ts';
import type { JsonSchema } from '../../src/contract/json-schema.ts';
import { createSchemaResolver } from '../../src/contract/resolve-schema.ts';
import { XmlSyntaxError } from '../../src/contract/xml/xml-syntax-error.ts';

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

function decode(type: string, text: string, schema?: JsonSchema): unknown {
  const place = schema === undefined ? undefined : { pointer: '', schema };
  return decodeBody(text, { type, schema: place, examples: [] }, resolve);
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
