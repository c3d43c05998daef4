import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listSchemaCases } from '../../../src/cases/breaks/schema-cases.ts';
import { createPlanTools } from '../../../src/cases/case-tools.ts';
import type { JsonSchema } from '../../../src/contract/model/json-schema.ts';
import { propertyRuns } from '../../support/property-runs.ts';
import { contractOf } from '../../support/test-contract.ts';

const SHARED = {
  Name: { type: 'string', minLength: 2 },
  Node: {
    type: 'object',
    required: ['value'],
    properties: {
      value: { type: 'integer' },
      next: { $ref: '#/components/schemas/Node' },
    },
  },
} as const;

/** Lists the cases of a schema that stands in a document, and judges values by an ajv of its own. */
function casesOf(
  schema: JsonSchema,
  direction: 'request' | 'response' = 'request',
  given?: unknown,
) {
  const document = { components: { schemas: { ...SHARED, Tested: schema } } };
  const tools = createPlanTools(contractOf(document)).schemaTools(direction);
  const place = { pointer: '/components/schemas/Tested', schema };
  const valid = tools.find(place, [given]);
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  formats.default(ajv);
  ajv.addSchema(document, 'tested');
  const validate = ajv.compile({ $ref: 'tested#/components/schemas/Tested' });
  const rulesOf = (value: unknown) =>
    validate(value) ? [] : (validate.errors ?? []).map(({ keyword }) => keyword);
  return { valid, ...listSchemaCases(place, valid, tools), rulesOf };
}

/** Lines such as `/name minLength: "a"`. */
function linesOf(list: ReturnType<typeof casesOf>['breaks']) {
  return list.map(({ at, rule, value }) => `${at} ${rule.keyword}: ${JSON.stringify(value)}`);
}

describe('listSchemaCases', () => {
  test.for<[keyword: string, schema: JsonSchema]>([
    ['type', { type: 'integer' }],
    ['type', { type: ['string', 'null'] }],
    ['type', { type: 'array' }],
    ['enum', { enum: ['red', 'blue'] }],
    ['enum', { enum: [1, 2, 5] }],
    ['const', { const: 'fixed' }],
    ['const', { const: 7 }],
    ['const', { const: true }],
    ['minLength', { type: 'string', minLength: 3 }],
    ['maxLength', { type: 'string', maxLength: 5 }],
    ['maxLength', { type: 'string', minLength: 5, maxLength: 5 }],
    ['pattern', { type: 'string', pattern: '^[a-z]{3}$' }],
    ['format', { type: 'string', format: 'date-time' }],
    ['format', { type: 'string', format: 'uuid' }],
    ['format', { type: 'string', format: 'email' }],
    ['minimum', { type: 'integer', minimum: 1 }],
    ['minimum', { type: 'number', minimum: 0.1, multipleOf: 0.1 }],
    ['maximum', { type: 'integer', maximum: 50 }],
    ['maximum', { type: 'integer', minimum: 0, maximum: 9, multipleOf: 3 }],
    ['exclusiveMinimum', { type: 'number', exclusiveMinimum: 0 }],
    ['exclusiveMaximum', { type: 'integer', exclusiveMaximum: 10 }],
    ['multipleOf', { type: 'integer', multipleOf: 5 }],
    ['multipleOf', { type: 'number', multipleOf: 0.01 }],
    ['minItems', { type: 'array', minItems: 2, items: { type: 'integer' } }],
    ['maxItems', { type: 'array', maxItems: 3, items: { type: 'string' } }],
    ['maxItems', { type: 'array', maxItems: 3, uniqueItems: true, items: { type: 'string' } }],
    ['uniqueItems', { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'integer' } }],
    ['contains', { type: 'array', minItems: 1, contains: { const: 'a' } }],
    ['required', { type: 'object', required: ['a'], properties: { a: { type: 'string' } } }],
    ['additionalProperties', { type: 'object', additionalProperties: false }],
    ['unevaluatedProperties', { type: 'object', unevaluatedProperties: false }],
    ['propertyNames', { type: 'object', propertyNames: { pattern: '^[a-z]+$' } }],
    [
      'minProperties',
      { type: 'object', minProperties: 2, additionalProperties: { type: 'integer' } },
    ],
    ['maxProperties', { type: 'object', maxProperties: 2 }],
    [
      'dependentRequired',
      {
        type: 'object',
        required: ['a'],
        properties: { a: { type: 'string' }, b: { type: 'string' } },
        dependentRequired: { a: ['b'] },
      },
    ],
  ])('breaks %s alone: %j', ([keyword, schema]) => {
    const { breaks, edges, underivable, rulesOf } = casesOf(schema);
    const broken = breaks.filter(({ rule }) => rule.keyword === keyword);
    expect(broken.length).toBeGreaterThan(0);
    for (const { value } of broken) expect(new Set(rulesOf(value))).toContain(keyword);
    for (const { value, beside } of breaks) {
      expect(rulesOf(value)).not.toEqual([]);
      if (beside.length === 0 && keyword !== 'propertyNames')
        expect(new Set(rulesOf(value)).size).toBe(1);
    }
    expect(edges.filter(({ value }) => rulesOf(value).length > 0)).toEqual([]);
    expect(underivable).toEqual([]);
  });

  test.for<[JsonSchema, readonly string[]]>([
    [{ type: 'integer', minimum: 1, maximum: 9 }, [' minimum: 1', ' maximum: 9']],
    [{ type: 'number', exclusiveMinimum: 0 }, [' exclusiveMinimum: 0.01']],
    [{ type: 'string', minLength: 2, maxLength: 4 }, [' minLength: "st"', ' maxLength: "stri"']],
    [
      { type: 'array', minItems: 1, maxItems: 2, items: { enum: ['a', 'b', 'c'] } },
      [' minItems: ["a"]', ' maxItems: ["a","b"]', '/0 enum: ["b"]', '/0 enum: ["c"]'],
    ],
    [{ enum: ['a', 'b', null] }, [' enum: "b"', ' enum: null']],
    [{ type: ['string', 'null'] }, [' type: null']],
  ])('keeps the borders of %j', ([schema, lines]) => {
    expect(linesOf(casesOf(schema).edges)).toEqual(lines);
  });

  test.for([
    [{ a: 1 }, '/b given'],
    [{ a: 1, b: { c: 'cc' } }, '/b left out'],
  ])('gives or leaves out members that are optional, starting from %j', ([given, edge]) => {
    const schema: JsonSchema = {
      type: 'object',
      required: ['a'],
      properties: {
        a: { type: 'integer' },
        b: {
          type: 'object',
          required: ['c'],
          properties: { c: { $ref: '#/components/schemas/Name' } },
        },
      },
    };
    const { breaks, edges, rulesOf } = casesOf(schema, 'request', given);
    expect(edges.map(({ at, what }) => `${at} ${what}`)).toContain(edge);
    expect(linesOf(breaks)).toContain('/b required: {"a":1,"b":{}}');
    expect(linesOf(breaks)).toContainEqual(expect.stringMatching(/^\/b\/c minLength: .*"c":"."/));
    for (const { value } of edges) expect(rulesOf(value)).toEqual([]);
  });

  test('breaks a schema inside of itself, and ends', () => {
    const lines = linesOf(casesOf({ $ref: '#/components/schemas/Node' }).breaks);
    expect(lines).toContainEqual(expect.stringMatching(/^\/value type: /));
    expect(lines).toContainEqual(expect.stringMatching(/^\/next\/value type: /));
    expect(lines.length).toBeLessThan(40);
  });

  test.for(['oneOf', 'anyOf'] as const)('takes each branch of %s', (keyword) => {
    const branch = (kind: string, member: JsonSchema): JsonSchema => ({
      type: 'object',
      required: ['kind', 'own'],
      properties: { kind: { const: kind }, own: member },
    });
    const { breaks, edges, rulesOf } = casesOf({
      [keyword]: [branch('a', { type: 'integer', minimum: 1 }), branch('b', { type: 'boolean' })],
    });
    expect(edges.map(({ what }) => what)).toContain('as the 2. of its forms');
    expect(breaks.map(({ rule }) => rule.pointer)).toContainEqual(
      expect.stringContaining(`/${keyword}/0/properties/own`),
    );
    for (const { value } of breaks) expect(rulesOf(value)).not.toEqual([]);
    for (const { value } of edges) expect(rulesOf(value)).toEqual([]);
  });

  test('breaks each part of allOf', () => {
    const { breaks, rulesOf } = casesOf({
      allOf: [{ $ref: '#/components/schemas/Name' }, { maxLength: 6 }],
    });
    const keywords = breaks.map(({ rule }) => rule.keyword);
    expect(keywords).toEqual(expect.arrayContaining(['type', 'minLength', 'maxLength']));
    for (const { value } of breaks) expect(rulesOf(value)).not.toEqual([]);
  });

  test('breaks then where its condition is met', () => {
    const { breaks, rulesOf } = casesOf({
      type: 'object',
      required: ['a', 'n'],
      properties: { a: { const: 1 }, n: { type: 'integer' } },
      if: { properties: { a: { const: 1 } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
      then: { properties: { n: { maximum: 5 } } },
      else: { properties: { n: { minimum: 100 } } },
    });
    const keywords = breaks.map(({ rule }) => rule.keyword);
    expect(keywords).toContain('maximum');
    expect(keywords).not.toContain('minimum');
    for (const { value } of breaks) expect(rulesOf(value)).not.toEqual([]);
  });

  test.for([
    ['request', 'readOnly'],
    ['response', 'writeOnly'],
  ] as const)('leaves out of a %s what is %s', ([direction, keyword]) => {
    const schema: JsonSchema = {
      type: 'object',
      required: ['id', 'name'],
      properties: { id: { type: 'integer', [keyword]: true }, name: { type: 'string' } },
    };
    const { valid, breaks } = casesOf(schema, direction);
    expect(Object.keys(Object(valid))).toEqual(['name']);
    expect(breaks.filter(({ at, rule }) => at === '/id' || rule.detail === 'id')).toEqual([]);
  });

  test.for<[string, JsonSchema]>([
    ['enum', { type: 'boolean', enum: [true, false] }],
    ['pattern', { type: 'string', pattern: '' }],
    ['minLength', { type: 'string', minLength: 1, pattern: '^.+$' }],
    ['minimum', { type: 'integer', minimum: 5, exclusiveMinimum: 4 }],
    ['maxItems', { type: 'array', maxItems: 2, uniqueItems: true, items: { enum: ['a', 'b'] } }],
  ])('tells where nothing breaks %s alone: %j', ([keyword, schema]) => {
    const { breaks, underivable } = casesOf(schema);
    const told = [
      ...underivable.map(({ rule }) => rule.keyword),
      ...breaks.filter(({ beside }) => beside.length > 0).map(({ rule }) => rule.keyword),
    ];
    expect(told).toContain(keyword);
  });

  test('of any schema, what breaks it is refused, and what just keeps it is accepted', () => {
    fc.assert(
      fc.property(anySchema, (schema) => {
        const { valid, breaks, edges, rulesOf } = casesOf(schema);
        if (valid === undefined) return;
        expect(rulesOf(valid)).toEqual([]);
        for (const { value, rule, beside } of breaks) {
          const broken = rulesOf(value);
          expect(broken).not.toEqual([]);
          if (beside.length === 0) expect(broken).toContain(rule.keyword);
        }
        for (const { value } of edges) expect(rulesOf(value)).toEqual([]);
      }),
      propertyRuns(60),
    );
  });
});

const small = fc.integer({ min: 0, max: 6 });
const between = (low: string, high: string) =>
  fc.tuple(small, small).map(([one, other]) => ({
    [low]: Math.min(one, other),
    [high]: Math.max(one, other),
  }));

/** Schemas that something can keep, of each type, inside of each other. */
const { schema: anySchema } = fc.letrec<{ schema: JsonSchema }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'schema' },
    between('minLength', 'maxLength').map((limits): JsonSchema => ({ type: 'string', ...limits })),
    between('minimum', 'maximum').map((limits): JsonSchema => ({ type: 'integer', ...limits })),
    between('minimum', 'maximum').map((limits): JsonSchema => ({ type: 'number', ...limits })),
    fc.constantFrom<JsonSchema>(
      { type: 'boolean' },
      { enum: ['a', 'b', 3] },
      { const: 'only' },
      { type: ['integer', 'null'] },
      { type: 'string', format: 'date' },
      { type: 'string', pattern: '^[A-F]{2,4}$' },
      { $ref: '#/components/schemas/Name' },
      { $ref: '#/components/schemas/Node' },
    ),
    fc
      .tuple(tie('schema'), between('minItems', 'maxItems'))
      .map(([items, limits]): JsonSchema => ({ type: 'array', items, ...limits })),
    fc
      .tuple(
        fc.dictionary(fc.constantFrom('a', 'b', 'c/d', 'e~f'), tie('schema'), { maxKeys: 3 }),
        fc.boolean(),
        fc.boolean(),
      )
      .map(
        ([properties, isNeeded, isOpen]): JsonSchema => ({
          type: 'object',
          properties: { ...properties },
          ...(isNeeded && { required: Object.keys(properties).slice(0, 2) }),
          ...(!isOpen && { additionalProperties: false }),
        }),
      ),
    fc.tuple(tie('schema'), tie('schema')).map((anyOf): JsonSchema => ({ anyOf })),
  ),
}));
