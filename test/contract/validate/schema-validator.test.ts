import { describe, expect, test } from 'vitest';
import { ContractError } from '../../../src/contract/model/contract-error.ts';
import {
  describeViolation,
  formatViolation,
} from '../../../src/contract/model/describe-violation.ts';
import type { SchemaObject } from '../../../src/contract/model/json-schema.ts';
import { createSchemaValidator } from '../../../src/contract/validate/schema-validator.ts';
import { contractOf } from '../../support/test-contract.ts';

const shared = {
  Id: { type: 'string', pattern: '^[0-9]+$' },
  'a/b~c {d}%': { type: 'integer' },
  Tree: {
    type: 'object',
    properties: { kids: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
  },
};

/** Lines of what is wrong with a value by a schema that stands among the components of a contract. */
function check(schema: SchemaObject, value: unknown, name = 'Schema'): string[] {
  const contract = contractOf({ components: { schemas: { ...shared, [name]: schema } } });
  const token = name.replaceAll('~', '~0').replaceAll('/', '~1');
  const place = { pointer: `/components/schemas/${token}`, schema };
  return createSchemaValidator(contract)(place, value, 'body').map(formatViolation);
}

describe('createSchemaValidator', () => {
  test.each<[schema: SchemaObject, good: unknown, bad: unknown, line: string]>([
    [{ type: 'integer' }, 1, '1', 'body: expected integer, got string "1"'],
    [{ type: ['integer', 'null'] }, null, '1', 'body: expected integer or null, got string "1"'],
    [{ const: 1 }, 1, 2, 'body: expected 1, got number 2'],
    [{ enum: ['a', 1] }, 1, 'b', 'body: expected one of ["a",1], got string "b"'],
    [{ minimum: 1 }, 1, 0, 'body: expected >= 1, got number 0'],
    [{ exclusiveMaximum: 2 }, 1, 2, 'body: expected < 2, got number 2'],
    [{ maxLength: 1 }, 'a', 'ab', 'body: expected no more than 1 characters, got string "ab"'],
    [{ pattern: '^a' }, 'a', 'b', 'body: expected text that matches ^a, got string "b"'],
    [
      { format: 'date-time' },
      '2025-01-01T00:00:00+08:00',
      '2025-01-01',
      'body: expected format date-time, got string "2025-01-01"',
    ],
    [{ required: ['a'] }, { a: 1 }, {}, 'body at /a: expected a value, got nothing'],
    [{ required: ['a/b~'] }, { 'a/b~': 1 }, {}, 'body at /a~1b~0: expected a value, got nothing'],
    [
      { properties: { a: true }, additionalProperties: false },
      { a: 1 },
      { b: 1 },
      'body: expected no member "b", got object {"b":1}',
    ],
    [
      { allOf: [{ properties: { a: true } }], unevaluatedProperties: false },
      { a: 1 },
      { b: 1 },
      'body: expected no member "b", got object {"b":1}',
    ],
    [
      { dependentRequired: { a: ['b'] } },
      { b: 1 },
      { a: 1 },
      'body: expected have property b when property a is present, got object {"a":1}',
    ],
    [
      { prefixItems: [{ type: 'integer' }] },
      [1, 'x'],
      ['x'],
      'body at /0: expected integer, got string "x"',
    ],
    [
      { prefixItems: [{ type: 'integer' }], items: false },
      [1],
      [1, 2],
      'body: expected no more than 1 items, got array [1,2]',
    ],
    [
      { uniqueItems: true },
      [1, 2],
      [1, 1],
      'body: expected no duplicate items (items ## 0 and 1 are identical), got array [1,1]',
    ],
    [
      { contains: { const: 1 } },
      [1],
      [2],
      'body: expected contain at least 1 valid item(s), got array [2]',
    ],
    [
      { propertyNames: { maxLength: 1 } },
      { a: 1 },
      { ab: 1 },
      'body: expected no more than 1 characters, got string "ab"',
    ],
    [
      { if: { required: ['a'] }, else: { required: ['b'] } },
      { a: 1 },
      { c: 1 },
      'body at /b: expected a value, got nothing',
    ],
    [
      { $ref: '#/components/schemas/Id', maxLength: 1 },
      '1',
      '12',
      'body: expected no more than 1 characters, got string "12"',
    ],
    [
      { $ref: '#/components/schemas/Tree' },
      { kids: [{ kids: [] }] },
      { kids: [{ kids: 1 }] },
      'body at /kids/0/kids: expected array, got number 1',
    ],
  ])('enforces %j', (schema, good, bad, line) => {
    expect(check(schema, good)).toEqual([]);
    expect(check(schema, bad)).toContain(line);
  });

  test('reports a broken "else" once', () => {
    const schema = { if: { required: ['a'] }, else: { required: ['b'] } };
    expect(check(schema, {})).toHaveLength(1);
  });

  test('reports every violation of a value', () => {
    const schema: SchemaObject = { required: ['a'], properties: { b: { type: 'integer' } } };
    expect(check(schema, { b: 'x' })).toEqual([
      'body at /a: expected a value, got nothing',
      'body at /b: expected integer, got string "x"',
    ]);
  });

  test.each<SchemaObject>([
    { type: 'integer', xml: { name: 'n' }, example: 1, externalDocs: { url: 'https://a.b' } },
    { type: 'integer', 'x-provenance': { level: 'assumed' }, 'x-edition': 'pro' },
    { type: 'integer', 'x-a.b': 1 },
    { type: 'integer', title: 'N', description: 'N.', default: 1, examples: [1], deprecated: true },
    { type: 'integer', readOnly: true, writeOnly: false, $comment: 'N.', format: 'int32' },
    { type: 'integer', discriminator: { propertyName: 'kind' } },
  ])('takes %j for annotations', (schema) => {
    expect(check(schema, 1)).toEqual([]);
    expect(check(schema, 'x')).toEqual(['body: expected integer, got string "x"']);
  });

  test.each<SchemaObject>([
    { anyOf: [{ required: ['a'] }, { required: ['b'] }] },
    { minLength: 1 },
    { type: 'array', prefixItems: [true] },
  ])('takes %j, which says no more than it needs', (schema) => {
    expect(() => check(schema, null)).not.toThrow();
  });

  test('finds a schema whose name needs escapes', () => {
    expect(check({ type: 'integer' }, 'x', 'a/b~c {d}%')).toEqual([
      'body: expected integer, got string "x"',
    ]);
  });

  test.each([
    [true, 1, 0],
    [false, 1, 1],
  ])('enforces the boolean schema %j', (schema, value, count) => {
    const validate = createSchemaValidator(contractOf({}));
    expect(validate({ pointer: '/no', schema }, value, 'body')).toHaveLength(count);
  });

  test('names the part of the message that was checked', () => {
    const validate = createSchemaValidator(contractOf({ it: { type: 'integer' } }));
    const place = { pointer: '/it', schema: { type: 'integer' as const } };
    expect(validate(place, 'x', 'query').map(describeViolation)).toEqual([
      { in: 'query', pointer: '', keyword: 'type', expected: 'integer', found: 'x' },
    ]);
  });
});

describe('a schema that cannot be enforced', () => {
  test.each<[what: string, schema: SchemaObject, reason: string]>([
    ['an unknown keyword', { typ: 'integer' }, 'strict mode: unknown keyword: "typ"'],
    [
      'the nullable of OpenAPI 3.0',
      { type: 'string', nullable: true },
      'unknown keyword: "nullable"',
    ],
    ['an unknown type', JSON.parse('{"type":"text"}'), 'text'],
    ['a broken pattern', { type: 'string', pattern: '(' }, 'Invalid regular expression'],
    [
      'a reference that leads nowhere',
      { $ref: '#/components/schemas/No' },
      "can't resolve reference #/components/schemas/No",
    ],
    ['an "if" without consequences', { if: true }, '"if" without "then" and "else" is ignored'],
  ])('with %s is a ContractError that names its pointer', (_what, schema, reason) => {
    const use = () => check(schema, 'x');
    expect(use).toThrow(ContractError);
    expect(use).toThrow('test.yaml#/components/schemas/Schema: schema cannot be enforced: ');
    expect(use).toThrow(reason);
  });

  test.each(['ulid', 'constructor', '__proto__'])(
    'is none for an unknown format, which asserts nothing: %s',
    (format) => {
      const schema: SchemaObject = { type: 'string', format };
      expect(check(schema, 'x')).toEqual([]);
      expect(check(schema, 1)).toEqual([expect.stringContaining('expected string')]);
    },
  );

  test('is refused wherever it stands below the one that is used', () => {
    const schema: SchemaObject = { properties: { a: { items: { typ: 'integer' } } } };
    expect(() => check(schema, {})).toThrow('unknown keyword: "typ"');
  });

  test('is refused each time it is used', () => {
    const validate = createSchemaValidator(contractOf({ it: { typ: 1 } }));
    const use = () => validate({ pointer: '/it', schema: { typ: 1 } }, 1, 'body');
    expect(use).toThrow(ContractError);
    expect(use).toThrow(ContractError);
  });
});

describe('a validator that ignores what is unknown', () => {
  const document = (schema: unknown) => contractOf({ components: { schemas: { A: schema } } });
  const place = { pointer: '/components/schemas/A', schema: {} };

  test.each<[schema: SchemaObject]>([
    [{ type: 'integer', typ: 1 }],
    [{ type: 'integer', nullable: true }],
    [{ type: 'integer', format: 'ulid' }],
    [{ type: 'integer', pattern: '(' }],
    [{ type: 'integer', if: true }],
  ])('enforces the rest of %j', (schema) => {
    const validate = createSchemaValidator(document(schema), { unknown: 'ignore' });
    expect(validate(place, 1, 'body')).toEqual([]);
    expect(validate(place, 'x', 'body')).toMatchObject([{ rule: { keyword: 'type' } }]);
  });

  test('gives away the error of a schema that it cannot compile, once, and accepts any value', () => {
    const errors: ContractError[] = [];
    const validate = createSchemaValidator(document({ type: 'integer', required: true }), {
      unknown: 'ignore',
      onUncompilable: (error) => errors.push(error),
    });
    expect(validate(place, 'x', 'body')).toEqual([]);
    expect(validate(place, 'x', 'body')).toEqual([]);
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/components/schemas/A']);
  });
});
