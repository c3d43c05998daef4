import { describe, expect, test } from 'vitest';
import { describeType, listFields } from '../../src/docs/reference/list-fields.ts';

const DOCUMENT = {
  components: {
    schemas: {
      Note: {
        type: 'object',
        required: ['id'],
        properties: {
          id: { type: 'string', format: 'uuid', description: 'Id.' },
          tags: { type: 'array', items: { $ref: '#/components/schemas/Tag' } },
          parent: { $ref: '#/components/schemas/Note', description: 'The note above.' },
        },
      },
      Tag: { allOf: [{ type: 'object', properties: { name: { enum: ['a', 'b'] } } }] },
    },
  },
};
const NOTE = { $ref: '#/components/schemas/Note' };

describe('listFields', () => {
  test('lists fields with those of their parts, and ends where a schema refers to itself', () => {
    const fields = listFields(DOCUMENT, { type: 'array', items: NOTE });
    expect(
      fields.map(({ name, type, isRequired }) => [name, type, isRequired]).slice(0, 4),
    ).toEqual([
      ['[].id', 'string (uuid)', true],
      ['[].tags', 'array of any', false],
      ['[].tags[].name', '`"a"`, `"b"`', false],
      ['[].parent', 'object', false],
    ]);
    expect(fields.find(({ name }) => name === '[].parent')?.description).toBe('The note above.');
    expect(fields.length).toBeLessThan(60);
  });

  test.each([
    [undefined, 'any'],
    [true, 'any'],
    [{ const: 1 }, '`1`'],
    [{ type: ['string', 'null'] }, 'string or null'],
    [{ oneOf: [{ type: 'string' }, { type: 'integer' }, { type: 'string' }] }, 'string or integer'],
    [{ type: 'array', items: { type: 'number' } }, 'array of number'],
  ])('describes %j as %s', (schema, type) => {
    expect(describeType(DOCUMENT, schema)).toBe(type);
  });
});
