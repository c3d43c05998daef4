import { describe, expect, test } from 'vitest';
import { decodeForm } from '../../../src/contract/decode/decode-form.ts';
import { decodeValue } from '../../../src/contract/decode/decode-value.ts';
import type { JsonSchema, SchemaObject } from '../../../src/contract/model/json-schema.ts';
import { createSchemaResolver } from '../../../src/contract/model/resolve-schema.ts';
import { contractWith, firstOf } from '../../support/test-contract.ts';

const text: SchemaObject = { type: 'string' };
const integer: SchemaObject = { type: 'integer' };
const list: SchemaObject = { type: 'array', items: text };
const item: SchemaObject = {
  type: 'object',
  properties: { price: text, quantity: integer, tags: list },
};
const items: SchemaObject = { type: 'array', items: item };
const filter: SchemaObject = {
  type: 'object',
  properties: {
    status: text,
    ids: { type: 'array', items: integer },
    range: { type: 'object', properties: { from: integer } },
  },
};
const either: SchemaObject = { anyOf: [{ type: 'object', properties: { gt: integer } }, integer] };
/** As Stripe declares a list that may be emptied. */
const emptyable: SchemaObject = {
  anyOf: [
    { type: 'array', items: text },
    { type: 'string', enum: [''] },
  ],
};

const STYLES: readonly (readonly [style: string, explode: boolean])[] = [
  ['form', true],
  ['form', false],
  ['deepObject', true],
  ['pipeDelimited', false],
];

/** Value of a parameter in a query. */
function inQuery(
  name: string,
  schema: JsonSchema,
  sent: string,
  [style, explode] = STYLES[0] ?? ['form', true],
) {
  const parameter = { name, in: 'query', style, explode, schema: { pointer: '', schema } } as const;
  const source = { path: {}, query: new URLSearchParams(sent), headers: new Headers() };
  return decodeValue(parameter, source, (same) => same);
}

/** Value of a field in a form. */
function inForm(name: string, schema: JsonSchema, sent: string, encoding: object = {}) {
  const media = {
    type: 'application/x-www-form-urlencoded',
    schema: { pointer: '', schema: { type: 'object', properties: { [name]: schema } } as const },
    examples: [],
    encoding: new Map([[name, encoding]]),
  };
  return decodeForm(new URLSearchParams(sent), media, (same) => same);
}

const CASES: readonly (readonly [
  fact: string,
  name: string,
  schema: JsonSchema,
  sent: string,
  value: unknown,
])[] = [
  ['items without a number', 'expand', list, 'expand[]=a&expand[]=b', ['a', 'b']],
  ['one item without a number', 'expand', list, 'expand[]=a', ['a']],
  ['numbered items', 'expand', list, 'expand[0]=a&expand[1]=b', ['a', 'b']],
  [
    'numbered items in any order',
    'expand',
    list,
    'expand[2]=c&expand[10]=d&expand[1]=b',
    ['b', 'c', 'd'],
  ],
  ['a name that ends in brackets', 'expand[]', list, 'expand[]=a&expand[]=b', ['a', 'b']],
  ['numbers for a name that ends in brackets', 'expand[]', list, 'expand[0]=a', ['a']],
  [
    'members',
    'filter',
    filter,
    'filter[status]=new&filter[ids][]=1&filter[ids][]=2',
    { status: 'new', ids: [1, 2] },
  ],
  ['a list that was sent once', 'filter', filter, 'filter[ids]=1', { ids: [1] }],
  ['deeper members', 'filter', filter, 'filter[range][from]=3', { range: { from: 3 } }],
  ['a name with brackets of its own', 'filter[ids]', list, 'filter[ids][]=1', ['1']],
  ['its plain form', 'filter[ids]', list, 'filter[ids]=1', ['1']],
  [
    'objects in lists',
    'items',
    items,
    'items[0][price]=p&items[0][quantity]=2&items[1][price]=q',
    [{ price: 'p', quantity: 2 }, { price: 'q' }],
  ],
  [
    'objects in lists without numbers',
    'items',
    items,
    'items[][price]=p&items[][quantity]=2&items[][price]=q',
    [{ price: 'p', quantity: 2 }, { price: 'q' }],
  ],
  [
    'lists in objects in lists',
    'items',
    items,
    'items[0][tags][0]=a&items[0][tags][1]=b',
    [{ tags: ['a', 'b'] }],
  ],
  ['an object where a scalar is allowed', 'created', either, 'created[gt]=5', { gt: 5 }],
  ['a scalar where an object is allowed', 'created', either, 'created=5', 5],
  ['a list that may be emptied', 'tags', emptyable, 'tags[0]=a', ['a']],
  ['the empty text for it', 'tags', emptyable, 'tags=', ''],
  [
    'names of members that are numbers',
    'map',
    { type: 'object', additionalProperties: integer },
    'map[0]=1',
    { 0: 1 },
  ],
  ['members of a list as they are', 'expand', list, 'expand[x]=a', { x: 'a' }],
];

describe.each(STYLES)('in a query with style %s and explode %j', (style, explode) => {
  test.each(CASES)('%s', (_fact, name, schema, sent, value) => {
    expect(inQuery(name, schema, sent, [style, explode])).toEqual(value);
  });
});

describe.each([{}, { style: 'deepObject', explode: true }])(
  'in a form with encoding %j',
  (encoding) => {
    test.each(CASES)('%s', (_fact, name, schema, sent, value) => {
      expect(inForm(name, schema, sent, encoding)).toEqual({ [name]: value });
    });
  },
);

test('what belongs to no field of a form keeps its name', () => {
  const names = { 'a[b]': '1', 'c[d]': '2', 'e[': '3' };
  expect(inForm('a', text, 'a[b]=1&c[d]=2&e[=3')).toEqual(names);
});

describe('a text where a list is allowed as well', () => {
  const ids: JsonSchema = { type: 'array', items: integer };
  test.each<[schema: JsonSchema, sent: string, value: unknown]>([
    [{ oneOf: [text, list] }, 'p=a,b', 'a,b'],
    [{ anyOf: [list, text] }, 'p=a', 'a'],
    [{ type: ['array', 'string'], items: text }, 'p=a,b', 'a,b'],
    [{ oneOf: [text, list] }, 'p=a&p=b', ['a', 'b']],
    [{ oneOf: [text, list] }, 'p=', ''],
    [{ oneOf: [integer, ids] }, 'p=5', 5],
    [{ oneOf: [integer, ids] }, 'p=5,6', [5, 6]],
    [{ oneOf: [{ type: 'string', enum: ['all'] }, list] }, 'p=all', 'all'],
    [{ oneOf: [{ type: 'string', enum: ['all'] }, list] }, 'p=a,b', ['a', 'b']],
    [{ oneOf: [{ const: 'all' }, ids] }, 'p=1,2', [1, 2]],
    [{ oneOf: [{ type: 'string', format: 'uuid' }, list] }, 'p=a', 'a'],
    [{ oneOf: [{ type: 'string', format: 'uuid' }, list] }, 'p=a,b', ['a', 'b']],
    [{ oneOf: [{ type: 'string', pattern: '^a$' }, text, list] }, 'p=a,b', 'a,b'],
    [{ type: ['array', 'null'], items: integer }, 'p=1,2', [1, 2]],
    [{ type: ['array', 'null'], items: integer }, 'p=', null],
    [emptyable, 'p=a', ['a']],
  ])('%j reads %s as %j', (schema, sent, value) => {
    expect(inQuery('p', schema, sent, ['form', false])).toEqual(value);
  });
});

describe('a scalar of several types', () => {
  test.each<[schema: JsonSchema, sent: string, value: unknown]>([
    [{ oneOf: [integer, text] }, 'p=12', 12],
    [{ oneOf: [integer, text] }, 'p=a', 'a'],
    [{ type: ['string', 'integer'], enum: ['1', 2] }, 'p=1', '1'],
    [{ type: ['string', 'integer'], enum: ['1', 2] }, 'p=2', 2],
    [{ type: ['integer', 'null'] }, 'p=', null],
    [{ type: ['integer', 'null'] }, 'p=null', null],
    [{ type: ['string', 'null'] }, 'p=null', 'null'],
    [{ type: ['string', 'null'] }, 'p=', ''],
    [{ anyOf: [{ type: 'boolean' }, { type: 'null' }] }, 'p=true', true],
  ])('%j reads %s as %j', (schema, sent, value) => {
    expect(inQuery('p', schema, sent)).toEqual(value);
  });
});

describe('a hostile name', () => {
  const any: JsonSchema = { type: 'object' };

  test.each<[sent: string, value: unknown]>([
    ['a[__proto__][x]=1', JSON.parse('{"__proto__":{"x":"1"}}')],
    ['a[constructor][prototype][x]=1', { constructor: { prototype: { x: '1' } } }],
    ['a[hasOwnProperty]=1', { hasOwnProperty: '1' }],
  ])('%s is a name like any other', (sent, value) => {
    expect(inQuery('a', any, sent, ['deepObject', true])).toEqual(value);
    expect(inForm('a', any, sent)).toEqual({ a: value });
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });

  test('with a large number makes no large list', () => {
    expect(inQuery('a', list, 'a[999999999]=1&a[99999999999999999999]=2&a[0]=0')).toEqual([
      '0',
      '1',
      '2',
    ]);
  });

  test('with ten thousand brackets is not followed', () => {
    const deep = `a${'[b]'.repeat(10_000)}=1`;
    expect(inQuery('a', any, deep, ['deepObject', true])).toBeUndefined();
    expect(inQuery('a', any, `a${'['.repeat(10_000)}=1`, ['deepObject', true])).toBeUndefined();
    expect(inQuery('a', list, `a${'[]'.repeat(10_000)}=1`)).toBeUndefined();
  });

  test('that is sent a thousand times takes no more than linear time', () => {
    const sent = Array.from({ length: 20_000 }, (_, index) => `a[][b${index}]=1`).join('&');
    expect(inQuery('a', { type: 'array' }, sent)).toHaveLength(1);
  });
});

test('a base that lists the children which extend it is read as one object', async () => {
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const child = { allOf: [ref('Base'), { properties: { size: { type: 'integer' } } }] };
  const Base = {
    oneOf: [ref('A'), ref('B')],
    type: 'object',
    properties: { kind: { type: 'string' } },
  };
  const schema = { properties: { p: ref('Base'), q: { type: 'array', items: ref('A') } } };
  const body = { content: { 'application/x-www-form-urlencoded': { schema } } };
  const { contract, operation } = contractWith(
    { requestBody: body },
    { schemas: { Base, A: child, B: child } },
    'post',
  );
  const media = firstOf(operation.body?.content ?? []);
  const form = new URLSearchParams('p[kind]=a&p[size]=1&q[0][size]=2&q[][kind]=b');
  expect(decodeForm(form, media, createSchemaResolver(contract.document))).toEqual({
    p: { kind: 'a', size: 1 },
    q: [{ size: 2 }, { kind: 'b' }],
  });
});
