import { describe, expect, test } from 'vitest';
import { createSchemaOracle } from '../../src/cases/schema-oracle.ts';
import type { JsonSchema } from '../../src/contract/model/json-schema.ts';

/** Rules that a value breaks of a schema that stands in a document. */
function rulesOf(
  schema: JsonSchema,
  value: unknown,
  direction: 'request' | 'response' = 'request',
) {
  const shared = { Id: { type: 'integer' }, Cat: { type: 'object' }, Dog: { type: 'object' } };
  const oracle = createSchemaOracle({
    document: { components: { schemas: { ...shared, Tested: schema } } },
  });
  return oracle({ pointer: '/components/schemas/Tested', schema }, value, direction);
}

describe('createSchemaOracle', () => {
  test('follows references, and says where what is broken', () => {
    const schema: JsonSchema = { properties: { id: { $ref: '#/components/schemas/Id' } } };
    expect(rulesOf(schema, { id: 1 })).toEqual([]);
    expect(rulesOf(schema, { id: '1' })).toEqual(['/id must be integer']);
  });

  test.each([
    ['request', 'readOnly', 0],
    ['request', 'writeOnly', 1],
    ['response', 'readOnly', 1],
    ['response', 'writeOnly', 0],
  ] as const)(
    'in a %s, a member that is %s may be missing or not',
    (direction, keyword, broken) => {
      const schema = { required: ['id'], properties: { id: { [keyword]: true } } };
      expect(rulesOf(schema, {}, direction)).toHaveLength(broken);
    },
  );

  test('lets branches be alike that a discriminator tells apart', () => {
    const oneOf = [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }];
    expect(rulesOf({ oneOf }, {})).toHaveLength(1);
    expect(rulesOf({ oneOf, discriminator: { propertyName: 'kind' } }, {})).toEqual([]);
    expect(rulesOf({ oneOf, discriminator: { propertyName: 'kind' } }, 1)).not.toEqual([]);
  });

  test('knows formats, and passes over others', () => {
    expect(rulesOf({ format: 'date' }, 'today')).toHaveLength(1);
    expect(rulesOf({ format: 'day' }, 'today')).toEqual([]);
  });

  test('says nothing of a schema that cannot be compiled', () => {
    expect(rulesOf({ pattern: '(' }, 'a')).toEqual([]);
    expect(rulesOf(false, 'a')).toHaveLength(1);
  });
});
