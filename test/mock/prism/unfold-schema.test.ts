import { describe, expect, test } from 'vitest';
import { createSchemaResolver } from '../../../src/contract/model/resolve-schema.ts';
import { unfoldSchema } from '../../../src/mock/prism/unfold-schema.ts';

const definitions = {
  Name: { type: 'string' },
  Pair: {
    properties: { one: { $ref: '#/definitions/Name' }, two: { $ref: '#/definitions/Name' } },
  },
  Tree: {
    type: 'object',
    required: ['name'],
    properties: {
      name: { $ref: '#/definitions/Name' },
      parent: { $ref: '#/definitions/Tree' },
      children: { type: 'array', items: { $ref: '#/definitions/Tree' } },
    },
  },
  Ring: {
    type: 'object',
    required: ['next'],
    properties: { next: { $ref: '#/definitions/Ring' } },
  },
};
const unfold = (schema: object) => unfoldSchema(schema, createSchemaResolver({ definitions }));
const name = { type: 'string' };

describe('unfoldSchema', () => {
  test('writes out each reference, however often it comes', () => {
    const properties = { one: name, two: name };
    expect(unfold({ items: { $ref: '#/definitions/Pair' } })).toEqual({ items: { properties } });
  });

  test('keeps what stands beside a reference', () => {
    expect(unfold({ $ref: '#/definitions/Name', maxLength: 3 })).toEqual({
      allOf: [name, { maxLength: 3 }],
    });
  });

  test('asks for no number of members whose names must fit a pattern', () => {
    const schema = { patternProperties: { '^x-': name }, minProperties: 2 };
    expect(unfold(schema)).toEqual({ patternProperties: { '^x-': name } });
  });

  test('cuts a schema inside itself to what it requires', () => {
    const cut = {
      type: 'object',
      required: ['name'],
      properties: { name: { ...name, maxItems: 0 } },
    };
    expect(unfold({ $ref: '#/definitions/Tree' })).toMatchObject({
      properties: { name, parent: cut, children: { items: cut } },
    });
  });

  test('ends where a schema requires itself', () => {
    expect(unfold({ $ref: '#/definitions/Ring' })).toMatchObject({
      properties: { next: { properties: { next: {} } } },
    });
  });

  test('cuts what a schema repeats thousands of times', () => {
    const wide = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`p${index}`, index]));
    const properties = (target: string) =>
      Object.fromEntries(
        Object.keys(wide).map((key) => [key, { $ref: `#/definitions/${target}` }]),
      );
    const resolve = createSchemaResolver({
      definitions: {
        A: { properties: properties('B') },
        B: { properties: properties('C') },
        C: { properties: properties('Name') },
        ...definitions,
      },
    });
    const size = JSON.stringify(unfoldSchema({ $ref: '#/definitions/A' }, resolve)).length;
    expect(size).toBeLessThan(200_000);
  });

  test('shortens lists and maps where they would hold more than anybody reads', () => {
    const nested = (depth: number): object =>
      depth === 0
        ? { type: 'string' }
        : { type: 'array', minItems: 2, items: { additionalProperties: nested(depth - 1) } };
    const { items, ...rest } = Object(unfold(nested(2)));
    expect([rest, items.maxProperties]).toEqual([{ type: 'array', minItems: 2 }, undefined]);
    const sparse = Object(unfold(nested(5)));
    expect([sparse.maxItems, sparse.items.maxProperties]).toEqual([2, 1]);
    const long = Object(
      unfold({ items: { maxItems: 1000, items: { maxItems: 1000, items: name } } }),
    );
    expect([long.maxItems, long.items.maxItems]).toEqual([1, 1]);
  });

  test('writes booleans as objects, for which the generator does not fail', () => {
    const schema = { properties: { any: true, none: false } };
    expect(unfold(schema)).toEqual({ properties: { any: {}, none: { not: {} } } });
  });

  test('leaves out annotations, which the generator takes for the value of a schema without a type', () => {
    const annotations = { $schema: 'a', title: 'b', description: 'c', 'x-stoplight': {}, xml: {} };
    expect(unfold({ items: { ...annotations } })).toEqual({ items: {} });
  });

  test.each([
    [{ const: 1 }, { const: 1, enum: [1] }],
    [{ exclusiveMinimum: 1 }, { minimum: 1, exclusiveMinimum: true }],
    [{ exclusiveMaximum: 1 }, { maximum: 1, exclusiveMaximum: true }],
    [{ unevaluatedProperties: false }, { additionalProperties: false }],
    [
      { prefixItems: [name], items: false },
      { items: [name], additionalItems: false },
    ],
    [
      { type: 'string', format: 'byte' },
      { type: 'string', pattern: '^([A-Za-z0-9+/]{4}){1,8}$' },
    ],
  ])('translates %j', (schema, expected) => {
    expect(unfold(schema)).toEqual(expected);
  });
});
