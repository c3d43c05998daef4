import { expect, test } from 'vitest';
import { isUnsatisfiable } from '../../bench/specs/is-unsatisfiable.ts';
import type { JsonSchema } from '../../src/contract/model/json-schema.ts';
import { createSchemaResolver } from '../../src/contract/model/resolve-schema.ts';

const needsA: JsonSchema = { type: 'object', required: ['a'], properties: { a: {} } };
const closed: JsonSchema = { type: 'object', additionalProperties: false };
const never: JsonSchema = { allOf: [needsA, closed] };
const self: JsonSchema = {
  type: 'object',
  required: ['a', 'b'],
  properties: { a: { $ref: '#/self' }, b: { $ref: '#/self' } },
};
const resolve = createSchemaResolver({ never, self });

test.each<[schema: JsonSchema, is: boolean]>([
  [false, true],
  [true, false],
  [{ allOf: [{ type: 'string' }, { type: 'number' }] }, true],
  [{ allOf: [{ type: 'integer' }, { type: 'number' }] }, false],
  [{ type: 'null', oneOf: [{ type: 'string' }, { type: 'number' }] }, true],
  [{ type: 'null', oneOf: [{ type: 'string' }, { type: 'null' }] }, false],
  [never, true],
  [{ ...closed, $ref: '#/never' }, true],
  [{ allOf: [{ ...needsA, required: [] }, closed] }, false],
  [{ allOf: [needsA, { ...closed, patternProperties: { a: {} } }] }, false],
  [{ allOf: [{ ...needsA, properties: { a: { writeOnly: true } } }, closed] }, false],
  [{ type: 'object', required: ['b'], properties: { b: { $ref: '#/never' } } }, true],
  [{ type: 'object', properties: { b: { $ref: '#/never' } } }, false],
  [{ type: 'array', minItems: 1, items: { $ref: '#/never' } }, true],
  [{ type: 'array', items: { $ref: '#/never' } }, false],
  [{ $ref: '#/self' }, false],
])('%j: no value keeps it: %j', (schema, is) => {
  expect(isUnsatisfiable(schema, resolve)).toBe(is);
});
