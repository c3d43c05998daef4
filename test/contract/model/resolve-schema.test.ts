import { describe, expect, test } from 'vitest';
import { createSchemaResolver } from '../../../src/contract/model/resolve-schema.ts';

const document = {
  schemas: {
    Id: { $ref: '#/schemas/Text', pattern: '^[0-9]+$' },
    Text: { type: 'string', pattern: '.*', description: 'Text.' },
    Nothing: false,
    Object: { properties: { a: true }, required: ['a'], allOf: [{ minProperties: 1 }] },
  },
};
const resolve = createSchemaResolver(document);

describe('createSchemaResolver', () => {
  test('follows references, with their siblings over what they refer to', () => {
    expect(resolve({ $ref: '#/schemas/Id', description: 'Id.' })).toEqual({
      type: 'string',
      pattern: '^[0-9]+$',
      description: 'Id.',
    });
  });

  test('adds the members of siblings to those of what they refer to', () => {
    const siblings = { properties: { b: false }, required: ['b'], allOf: [true] };
    expect(resolve({ $ref: '#/schemas/Object', ...siblings })).toEqual({
      properties: { a: true, b: false },
      required: ['a', 'b'],
      allOf: [{ minProperties: 1 }, true],
    });
  });

  test('follows a reference to a boolean schema', () => {
    expect(resolve({ $ref: '#/schemas/Nothing', description: 'Never.' })).toBe(false);
  });

  test.each([true, { type: 'string' as const }])('leaves %j as it is', (schema) => {
    expect(resolve(schema)).toBe(schema);
  });

  test('throws ContractError for a reference that leads nowhere', () => {
    expect(() => resolve({ $ref: '#/schemas/No' })).toThrow('"#/schemas/No" does not exist.');
  });
});
