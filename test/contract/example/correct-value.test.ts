import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../../../src/contract/model/json-schema.ts';
import { correctBy } from './correct-by.ts';

describe('correctValue', () => {
  test('keeps what fits, and corrects what does not', () => {
    const schema: JsonSchema = {
      type: 'object',
      required: ['id', 'tags'],
      properties: {
        id: { type: 'string', format: 'uuid' },
        name: { type: 'string' },
        tags: { type: 'array', items: { enum: ['a', 'b'] } },
      },
      additionalProperties: false,
    };
    const value = { id: 1, name: 'kept', tags: ['b', 'c'], other: true };
    expect(correctBy(schema, value)).toEqual({
      id: '497f6eca-6276-4993-bfeb-53cbbbba6f08',
      name: 'kept',
      tags: ['b', 'a'],
    });
  });

  test('prefers what a schema documents to what it makes up, as long as that fits', () => {
    const schema: JsonSchema = {
      type: 'object',
      required: ['good', 'bad'],
      properties: {
        good: { type: 'string', examples: ['documented'] },
        bad: { type: 'string', maxLength: 3, examples: ['documented'] },
      },
    };
    expect(correctBy(schema, {})).toEqual({ good: 'documented', bad: 'str' });
  });

  test('gives up where no value fits', () => {
    expect(correctBy({ type: 'string', minLength: 2, maxLength: 1 }, 'a')).toBeUndefined();
    expect(correctBy({ allOf: [{ type: 'string' }, { type: 'integer' }] }, 'a')).toBeUndefined();
  });

  test('gives the same value for the same arguments', () => {
    const schema: JsonSchema = {
      type: 'array',
      minItems: 3,
      items: { type: 'string' },
      uniqueItems: true,
    };
    expect(correctBy(schema, [])).toEqual(correctBy(schema, []));
  });

  const text = (rest: object): JsonSchema => ({ type: 'string', ...rest });
  const object = (properties: object, rest: object = {}): JsonSchema => ({
    type: 'object',
    properties: { ...properties },
    ...rest,
  });

  test.each<[title: string, JsonSchema]>([
    [
      'prefixItems',
      {
        type: 'array',
        prefixItems: [{ type: 'integer' }, { type: 'string' }],
        items: false,
        minItems: 2,
      },
    ],
    ['uniqueItems', { type: 'array', items: { type: 'boolean' }, uniqueItems: true, minItems: 2 }],
    [
      'uniqueItems of objects',
      { type: 'array', items: object({ a: { type: 'integer' } }), uniqueItems: true, minItems: 4 },
    ],
    [
      'contains',
      { type: 'array', contains: { const: 'x' }, items: { type: 'string' }, minContains: 2 },
    ],
    [
      'maxContains',
      {
        type: 'array',
        contains: { type: 'string' },
        maxContains: 1,
        items: { type: ['string', 'integer'] },
        minItems: 3,
      },
    ],
    [
      'unevaluatedItems',
      { type: 'array', prefixItems: [true], unevaluatedItems: false, minItems: 1 },
    ],
    ['multipleOf', { type: 'integer', multipleOf: 7, exclusiveMinimum: 14 }],
    ['multipleOf of a fraction', { type: 'number', multipleOf: 0.01, minimum: 19.985 }],
    ['exclusive limits', { type: 'number', exclusiveMinimum: 1, exclusiveMaximum: 1.5 }],
    ['a negative maximum', { type: 'integer', maximum: -3 }],
    ['a pattern with a length', text({ pattern: '^[a-z]+$', minLength: 12, maxLength: 14 })],
    ['a pattern with look-aheads', text({ pattern: '^(?=.*[A-Z])(?=.*\\d)[A-Za-z\\d]{8,}$' })],
    ['a pattern with a negative look-ahead', text({ pattern: '^(?!a)[a-z]{3}$' })],
    ['a pattern with a unicode class', text({ pattern: '^\\p{Lu}\\p{Script=Greek}+$' })],
    ['a pattern with a reference', text({ pattern: '^(ab|cd)-\\1$' })],
    ['a pattern without anchors', text({ pattern: '\\d{3}' })],
    ['two patterns', { allOf: [text({ pattern: '^[a-z0-9]+$' }), text({ pattern: '\\d$' })] }],
    ['a format with a length', text({ format: 'uri', minLength: 60 })],
    ['not', { type: 'string', not: { const: 'string' } }],
    ['not required', object({ a: true, b: true }, { not: { required: ['a'] } })],
    [
      'if and then',
      object(
        { kind: { const: 'a' }, size: true },
        {
          required: ['kind'],
          if: { properties: { kind: { const: 'a' } } },
          // biome-ignore lint/suspicious/noThenProperty: it is a keyword.
          then: { required: ['size'] },
        },
      ),
    ],
    [
      'else',
      object(
        { kind: { const: 'a' } },
        {
          required: ['kind'],
          if: { properties: { kind: { const: 'b' } } },
          // biome-ignore lint/suspicious/noThenProperty: it is a keyword.
          then: false,
          else: { required: ['size'] },
        },
      ),
    ],
    [
      'dependentRequired',
      object({ a: true }, { required: ['a'], dependentRequired: { a: ['b'], b: ['c'] } }),
    ],
    [
      'dependentSchemas',
      object({}, { required: ['a'], dependentSchemas: { a: { required: ['b'] } } }),
    ],
    ['propertyNames', { type: 'object', propertyNames: { pattern: '^x-\\d$' }, minProperties: 2 }],
    [
      'patternProperties',
      {
        type: 'object',
        patternProperties: { '^x-\\d$': { type: 'integer' } },
        additionalProperties: false,
        minProperties: 2,
      },
    ],
    [
      'patternProperties of one name that others begin with',
      {
        type: 'object',
        patternProperties: { '^x-': { type: 'integer' } },
        additionalProperties: false,
        minProperties: 3,
      },
    ],
    ['maxProperties', object({ a: true, b: true, c: true }, { required: ['c'], maxProperties: 1 })],
    [
      'a required member that is not declared',
      { type: 'object', required: ['a'], additionalProperties: { type: 'integer' } },
    ],
    [
      'unevaluatedProperties',
      { allOf: [object({ a: { type: 'string' } })], required: ['a'], unevaluatedProperties: false },
    ],
    [
      'members of several schemas',
      {
        allOf: [
          object({ a: { type: 'string' } }),
          object({ a: { minLength: 9 } }, { required: ['a'] }),
        ],
      },
    ],
    [
      'numbers of overlapping branches',
      {
        oneOf: [
          { type: 'integer', multipleOf: 3 },
          { type: 'integer', multipleOf: 5 },
        ],
      },
    ],
    [
      'objects of overlapping branches',
      { oneOf: [object({ a: { type: 'string' } }), object({ b: { type: 'string' } })] },
    ],
    ['types of overlapping branches', { oneOf: [{ type: 'number' }, { type: 'integer' }] }],
    ['an enum in an enum', { allOf: [{ enum: ['a', 'b'] }, { enum: ['b', 'c'] }] }],
    [
      'a member named __proto__',
      JSON.parse(
        '{"type": "object", "required": ["__proto__"], "properties": {"__proto__": {"type": "string"}}}',
      ),
    ],
  ])('makes a value that keeps %s', (_title, schema) => {
    // What is wrong for all of them: no value, and one of a rare type.
    expect(correctBy(schema, undefined)).toBeDefined();
    expect(correctBy(schema, [{ odd: 0.5 }])).toBeDefined();
  });

  test.each([
    'date',
    'date-time',
    'time',
    'iso-time',
    'iso-date-time',
    'duration',
    'email',
    'hostname',
    'ipv4',
    'ipv6',
    'uri',
    'url',
    'uri-reference',
    'uri-template',
    'uuid',
    'json-pointer',
    'json-pointer-uri-fragment',
    'relative-json-pointer',
    'regex',
    'byte',
    'password',
    'binary',
  ])('makes several texts of format %s', (format) => {
    const schema: JsonSchema = {
      type: 'array',
      items: text({ format }),
      uniqueItems: true,
      minItems: 3,
    };
    expect(correctBy(schema, undefined)).toHaveLength(3);
  });

  const tree = (children: object, rest: object = {}) => ({
    Tree: { type: 'object', required: ['children'], properties: { children }, ...rest },
  });
  const $ref = '#/components/schemas/Tree';

  test.each<[title: string, children: object, expected: unknown]>([
    ['an empty array', { type: 'array', items: { $ref } }, { children: [] }],
    ['null', { anyOf: [{ $ref }, { type: 'null' }] }, { children: null }],
    [
      'the shortest branch',
      { oneOf: [{ $ref }, { type: 'array', items: { $ref }, minItems: 1 }, { const: 'leaf' }] },
      { children: 'leaf' },
    ],
  ])('ends a recursion in %s', (_title, children, expected) => {
    const made = correctBy({ $ref }, undefined, tree(children));
    expect(JSON.stringify(made)).toContain(JSON.stringify(expected).slice(1, -1));
  });

  test('gives a value the name that a discriminator has for its branch', () => {
    const schemas = {
      Cat: object({ kind: { type: 'string' } }, { required: ['kind'] }),
      Dog: object(
        { kind: { type: 'string' }, bark: { type: 'string' } },
        { required: ['kind', 'bark'] },
      ),
    };
    const mapping = { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' };
    const schema = {
      oneOf: [{ $ref: mapping.cat }, { $ref: mapping.dog }],
      discriminator: { propertyName: 'kind', mapping },
    };
    expect(correctBy(schema, undefined, schemas)).toEqual({ kind: 'cat' });
    expect(correctBy(schema, { kind: 'dog' }, schemas)).toEqual({
      kind: 'dog',
      bark: 'string',
    });
  });

  test('leaves out members that are only written', () => {
    const schema = object(
      { a: { type: 'string' }, b: { type: 'string', writeOnly: true } },
      { required: ['a', 'b'] },
    );
    expect(correctBy(schema, { b: 'secret' })).toEqual({ a: 'string' });
  });
});
