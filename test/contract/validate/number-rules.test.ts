import { describe, expect, test } from 'vitest';
import { formatViolation } from '../../../src/contract/model/describe-violation.ts';
import { createSchemaValidator } from '../../../src/contract/validate/schema-validator.ts';
import { contractOf } from '../../support/test-contract.ts';
import { mockOf } from '../../support/test-mock.ts';

function check(schema: object, value: unknown): string[] {
  const validate = createSchemaValidator(contractOf({ components: { schemas: { It: schema } } }));
  const place = { pointer: '/components/schemas/It', schema: { ...schema } };
  return validate(place, value, 'body').map(formatViolation);
}

describe('multipleOf', () => {
  test.each([
    [19.99, 0.01],
    [4.35, 0.01],
    [0.3, 0.1],
    [1.1, 0.1],
    [-2.5, 0.5],
    [0, 0.01],
    [1e-7, 1e-7],
    [3e-7, 1e-7],
    [1e22, 0.1],
    [1e300, 1e-300],
    [123456789.01, 0.01],
    [9007199254740991, 1],
    [2 ** 60, 2],
    [12, 4],
    [7.5, 2.5],
  ])('accepts %d as a multiple of %d', (value, multipleOf) => {
    expect(check({ multipleOf }, value)).toEqual([]);
  });

  test.each([
    [19.999, 0.01],
    [0.35, 0.1],
    [0.30000000000000004, 0.1],
    [13, 4],
    [0.5, 1],
    [1e-8, 1e-7],
    [900719925474099.1, 1],
  ])('refuses %d as a multiple of %d', (value, multipleOf) => {
    expect(check({ multipleOf }, value)).toEqual([
      `body: expected multiple of ${multipleOf}, got number ${value}`,
    ]);
  });

  test('says nothing of text', () => {
    expect(check({ multipleOf: 2 }, '3')).toEqual([]);
  });
});

describe('the format', () => {
  test.each<[format: string, values: number[]]>([
    ['int32', [0, 2147483647, -2147483648]],
    ['int64', [0, 2 ** 60, 2 ** 63, -(2 ** 63)]],
    ['float', [0.1, 3.4028235e38, -3.4028234663852886e38, 1e-50]],
    ['double', [1.7976931348623157e308, 5e-324, 1e39]],
  ])('%s accepts %j', (format, values) => {
    for (const value of values) expect(check({ type: 'number', format }, value)).toEqual([]);
  });

  test.each<[format: string, values: number[]]>([
    ['int32', [2147483648, -2147483649, 0.5]],
    ['int64', [1e20, -1e20, 2 ** 63 + 2 ** 11, -(2 ** 63) - 2 ** 11, 0.5]],
    ['float', [1e39, -1e39, 3.5e38]],
  ])('%s refuses %j', (format, values) => {
    for (const value of values) {
      expect(check({ type: 'number', format }, value)).toEqual([
        `body: expected format ${format}, got number ${JSON.stringify(value)}`,
      ]);
    }
  });

  test('double refuses a number that no double can hold', () => {
    expect(check({ type: 'number', format: 'double' }, JSON.parse('1e400'))).toHaveLength(1);
  });
});

test.each([
  ['9223372036854775807', 204],
  ['9223372036854775808', 422],
  ['-9223372036854775808', 204],
  ['-9223372036854775809', 422],
])('%s as int64 is answered with %d in a query and in a body', async (text, status) => {
  const schema = { type: 'integer', format: 'int64' };
  const parameters = [{ name: 'n', in: 'query', schema }];
  const requestBody = { content: { 'application/json': { schema } } };
  const responses = { 204: { description: 'A.' } };
  const ask = mockOf({
    paths: { '/a': { get: { parameters, responses }, post: { requestBody, responses } } },
  });
  const headers = { 'content-type': 'application/json' };
  expect((await ask(`/a?n=${text}`)).status).toBe(status);
  expect((await ask('/a', { method: 'POST', headers, body: text })).status).toBe(status);
});
