import { describe, expect, test } from 'vitest';
import { decodeHeader, decodeParameters } from '../../../src/contract/decode/decode-parameters.ts';
import type { JsonSchema } from '../../../src/contract/model/json-schema.ts';
import { createSchemaResolver } from '../../../src/contract/model/resolve-schema.ts';
import { contractWith } from '../../support/test-contract.ts';

const components = { schemas: { Ids: { type: 'array', items: { type: 'integer' } } } };

/** Value of the parameter `p` in a request with the given parts. */
function decode(
  declared: object,
  sent: { path?: string; query?: string; headers?: Record<string, string> },
): unknown {
  const parameters = [{ name: 'p', ...declared }];
  const { contract, operation } = contractWith({ parameters }, components);
  const source = {
    path: sent.path === undefined ? {} : { p: sent.path },
    query: new URLSearchParams(sent.query),
    headers: new Headers(sent.headers),
  };
  const decoded = decodeParameters(operation, source, createSchemaResolver(contract.document));
  return decoded.at(0)?.value;
}

const text: JsonSchema = { type: 'string' };
const integer: JsonSchema = { type: 'integer' };
const integers: JsonSchema = { type: 'array', items: integer };
const object: JsonSchema = { type: 'object', properties: { a: integer, b: text } };

describe('path parameters', () => {
  test.each<[schema: JsonSchema, sent: string, value: unknown]>([
    [integer, '12', 12],
    [text, '12', '12'],
    [integer, 'x', 'x'],
    [text, 'a%2Fb%20%C3%A9', 'a/b é'],
    [text, '%zz', '%zz'],
    [{}, '12', '12'],
    [{ type: ['object', 'string'] }, 'a', 'a'],
    [integers, '1,2', [1, 2]],
    [object, 'a,1,b,x', { a: 1, b: 'x' }],
  ])('of %j read %j as %j', (schema, sent, value) => {
    expect(decode({ in: 'path', schema }, { path: sent })).toEqual(value);
  });

  test('read an exploded object as pairs', () => {
    const declared = { in: 'path', explode: true, schema: object };
    expect(decode(declared, { path: 'a=1,b=x=y' })).toEqual({ a: 1, b: 'x=y' });
  });

  test('are undefined where the route has no such parameter', () => {
    expect(decode({ in: 'path', schema: text }, {})).toBeUndefined();
  });
});

describe('query parameters', () => {
  test.each<[fact: string, declared: object, sent: string, value: unknown]>([
    ['read a scalar', { schema: integer }, 'p=12', 12],
    ['keep text that is not of its type', { schema: integer }, 'p=x', 'x'],
    ['read an empty value as empty text', { schema: integer }, 'p=', ''],
    ['are undefined when not sent', { schema: integer }, 'q=1', undefined],
    ['keep a scalar that was sent twice as a list', { schema: integer }, 'p=1&p=2', ['1', '2']],
    ['read an exploded array', { schema: integers }, 'p=1&p=2', [1, 2]],
    ['read an exploded array of one item', { schema: integers }, 'p=1', [1]],
    ['keep commas of an exploded array', { schema: integers }, 'p=1,2', ['1,2']],
    ['read an array in commas', { schema: integers, explode: false }, 'p=1,%202', [1, 2]],
    ['read an array in spaces', { schema: integers, style: 'spaceDelimited' }, 'p=1%202', [1, 2]],
    ['read an array in pipes', { schema: integers, style: 'pipeDelimited' }, 'p=1|2', [1, 2]],
    [
      'read an array behind a reference',
      { schema: { $ref: '#/components/schemas/Ids' } },
      'p=1',
      [1],
    ],
    ['read an exploded object', { schema: object }, 'a=1&b=x&c=y', { a: 1, b: 'x' }],
    [
      'read an object that is not exploded',
      { schema: object, explode: false },
      'p=a,1,b,x',
      { a: 1, b: 'x' },
    ],
    [
      'read a deep object',
      { schema: object, style: 'deepObject' },
      'p[a]=1&p%5Bc%5D=2&q[b]=x&p[b',
      { a: 1, c: '2' },
    ],
    [
      'read an object that may be null',
      { schema: { ...object, type: ['object', 'null'] } },
      'a=1',
      { a: 1 },
    ],
    ['are undefined when no member of an object was sent', { schema: object }, 'c=1', undefined],
    ['keep text in place of an object', { schema: object, style: 'deepObject' }, 'p=x', 'x'],
    ['keep text that may be an object', { schema: { type: ['object', 'string'] } }, 'p=x', 'x'],
    [
      'read JSON content',
      { content: { 'application/json': { schema: object } } },
      'p={"a":1}',
      { a: 1 },
    ],
    ['keep broken JSON content', { content: { 'application/json': {} } }, 'p={', '{'],
    ['keep other content', { content: { 'text/plain': { schema: integer } } }, 'p=1', '1'],
    [
      'leave content undefined when not sent',
      { content: { 'application/json': {} } },
      '',
      undefined,
    ],
  ])('%s', (_fact, declared, sent, value) => {
    expect(decode({ in: 'query', ...declared }, { query: sent })).toEqual(value);
  });
});

test('an object of any members leaves to other query parameters what is theirs', () => {
  const parameters = [
    { name: 'filter', in: 'query', schema: { type: 'object' } },
    { name: 'id', in: 'path', schema: text },
    { name: 'page', in: 'query', schema: text },
  ];
  const { operation } = contractWith({ parameters });
  const query = new URLSearchParams('id=1&page=2&x=3');
  const source = { path: { id: '0' }, query, headers: new Headers() };
  expect(decodeParameters(operation, source, (same) => same).map(({ value }) => value)).toEqual([
    { id: '1', x: '3' },
    '0',
    '2',
  ]);
});

describe('header parameters', () => {
  test('read a value by its schema, whatever the case of the name', () => {
    const declared = { name: 'X-Count', in: 'header', schema: integer };
    expect(decode(declared, { headers: { 'x-count': '3' } })).toBe(3);
  });

  test('read an array in commas', () => {
    expect(decode({ in: 'header', schema: integers }, { headers: { p: '1, 2' } })).toEqual([1, 2]);
  });

  test('are undefined when not sent', () => {
    expect(decode({ in: 'header', schema: text }, {})).toBeUndefined();
  });

  test.each(['Accept', 'content-type', 'Authorization'])('called %s are ignored', (name) => {
    const parameters = [{ name, in: 'header', schema: integer }];
    const { operation } = contractWith({ parameters });
    const source = {
      path: {},
      query: new URLSearchParams(),
      headers: new Headers({ [name]: 'x' }),
    };
    expect(decodeParameters(operation, source, (schema) => schema)).toEqual([]);
  });
});

describe('cookie parameters', () => {
  test.each<[schema: JsonSchema, cookie: string, value: unknown]>([
    [integer, 'a=1; p=2', 2],
    [text, 'p=a%20b=c', 'a b=c'],
    [text, 'pp=1', undefined],
    [integers, 'p=1,2', [1, 2]],
  ])('of %j read %j as %j', (schema, cookie, value) => {
    expect(decode({ in: 'cookie', schema }, { headers: { cookie } })).toEqual(value);
  });
});

describe('decodeHeader', () => {
  test.each<[text: string, schema: JsonSchema, more: object, value: unknown]>([
    ['30', integer, {}, 30],
    ['soon', integer, {}, 'soon'],
    ['30', text, {}, '30'],
    ['a%20b', text, {}, 'a%20b'],
    ['1, 2', integers, {}, [1, 2]],
    ['a,1,b,x', object, {}, { a: 1, b: 'x' }],
    ['a=1, b=x', object, { explode: true }, { a: 1, b: 'x' }],
    ['{"a":1}', object, { mediaType: 'application/json' }, { a: 1 }],
  ])('reads %j by %j and %j as %j', (sent, schema, more, value) => {
    const place = { pointer: '', schema };
    const header = { name: 'x-a', in: 'header', style: 'simple', explode: false } as const;
    const spec = { ...header, required: false, schema: place, ...more };
    expect(decodeHeader(sent, spec, (same) => same)).toEqual(value);
  });
});
