import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../../../src/contract/model/json-schema.ts';
import { allowsAdditional, readShape } from '../../../src/contract/model/object-shape.ts';
import { createSchemaResolver } from '../../../src/contract/model/resolve-schema.ts';

const text: JsonSchema = { type: 'string' };
const number: JsonSchema = { type: 'integer' };
const resolve = createSchemaResolver({ Base: { properties: { a: text, b: text } } });

describe('readShape', () => {
  test.each<[schema: JsonSchema | undefined, members: Record<string, JsonSchema>]>([
    [undefined, {}],
    [true, {}],
    [{ properties: { a: text } }, { a: text }],
    [{ $ref: '#/Base' }, { a: text, b: text }],
    [
      { allOf: [{ $ref: '#/Base' }], properties: { a: number } },
      { a: number, b: text },
    ],
    [
      { oneOf: [{ properties: { a: text } }, { properties: { a: number, c: number } }] },
      { a: text, c: number },
    ],
    [{ anyOf: [{ allOf: [{ properties: { a: text } }] }] }, { a: text }],
  ])('of %j has %j', (schema, members) => {
    expect(Object.fromEntries(readShape(schema, resolve).properties)).toEqual(members);
  });
});

describe('allowsAdditional', () => {
  test.each<[schema: JsonSchema, takes: boolean]>([
    [{}, true],
    [{ properties: { a: text } }, false],
    [{ properties: { a: text }, additionalProperties: true }, true],
    [{ properties: { a: text }, additionalProperties: number }, true],
    [{ allOf: [{ properties: { a: text }, additionalProperties: number }] }, true],
    [{ additionalProperties: false }, false],
  ])('by %j is %j', (schema, takes) => {
    expect(allowsAdditional(readShape(schema, resolve))).toBe(takes);
  });
});
