import { describe, expect, test } from 'vitest';
import { formatViolation } from '../../../src/contract/model/describe-violation.ts';
import type { JsonSchema } from '../../../src/contract/model/json-schema.ts';
import { createSchemaValidator } from '../../../src/contract/validate/schema-validator.ts';

const SUCCESS = {
  type: 'object',
  required: ['code', 'data'],
  properties: { code: { const: 0 }, data: { $ref: '#/components/schemas/Item' } },
};
const FAILURE = {
  type: 'object',
  required: ['code', 'msg'],
  properties: { code: { enum: [401, 404] }, msg: { type: 'string' } },
};
const ITEM = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'integer' },
    by: {
      anyOf: [
        { type: 'string', format: 'uuid' },
        { type: 'object', required: ['name'] },
      ],
    },
  },
};

/** Violations of a schema by a value, one line each. */
function check(schema: Exclude<JsonSchema, boolean>, value: unknown): string[] {
  const schemas = { Root: schema, Success: SUCCESS, Failure: FAILURE, Item: ITEM };
  const document = { openapi: '3.1.0', components: { schemas } };
  const validate = createSchemaValidator({ file: 'openapi.yaml', document });
  return validate({ pointer: '/components/schemas/Root', schema }, value, 'body').map(
    formatViolation,
  );
}

const ENVELOPE = {
  oneOf: [{ $ref: '#/components/schemas/Success' }, { $ref: '#/components/schemas/Failure' }],
};

describe('narrowBranches', () => {
  test.each([
    [
      'a success',
      { code: 0, data: { id: 'x' } },
      ['body at /data/id: expected integer, got string "x"'],
    ],
    ['a failure', { code: 404, msg: 1 }, ['body at /msg: expected string, got number 1']],
    ['a failure without a message', { code: 401 }, ['body at /msg: expected a value, got nothing']],
  ])('reports %s by the branch that its code belongs to', (_, value, expected) => {
    expect(check(ENVELOPE, value)).toEqual(expected);
  });

  test('reports branches that are equally near together', () => {
    const schema = { anyOf: [{ format: 'uuid' }, { const: '' }] };
    expect(check(schema, 'abc')).toEqual([
      'body: expected format uuid, got string "abc"',
      'body: expected "", got string "abc"',
    ]);
  });

  test('reports the constants of all branches that are equally close', () => {
    const branch = (value: number) => ({ properties: { kind: { enum: [value] } } });
    expect(check({ oneOf: [branch(1), branch(2)] }, { kind: 3 })).toEqual([
      'body at /kind: expected one of [1], got number 3',
      'body at /kind: expected one of [2], got number 3',
    ]);
  });

  test('narrows branches inside branches', () => {
    expect(check(ENVELOPE, { code: 0, data: { id: 1, by: {} } })).toEqual([
      'body at /data/by/name: expected a value, got nothing',
    ]);
  });

  test('keeps errors that stand beside the branches', () => {
    const schema = {
      type: 'object' as const,
      properties: { a: { type: 'string' as const } },
      oneOf: [{ required: ['b'] }, { required: ['c', 'd'] }],
    };
    expect(check(schema, { a: 1 })).toEqual([
      'body at /a: expected string, got number 1',
      'body at /b: expected a value, got nothing',
    ]);
  });

  test('leaves a value that fits several branches to the oneOf itself', () => {
    const schema = { oneOf: [{ type: 'number' as const }, { minimum: 1 }] };
    expect(check(schema, 5)).toEqual([
      'body: expected match exactly one schema in oneOf, got number 5',
    ]);
  });
});
