import { describe, expect, test } from 'vitest';
import { formatViolation } from '../../../src/contract/model/describe-violation.ts';
import {
  createSchemaValidator,
  type ValidatorOptions,
} from '../../../src/contract/validate/schema-validator.ts';
import { contractOf } from '../../support/test-contract.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const kind = { type: 'string' };
const schemas = {
  Cat: { type: 'object', required: ['kind'], properties: { kind, lives: { type: 'integer' } } },
  Dog: { type: 'object', required: ['kind'], properties: { kind, bark: { type: 'string' } } },
  Fish: {
    type: 'object',
    properties: { kind: { enum: ['carp', 'eel'] }, fins: { type: 'integer' } },
  },
  Base: {
    type: 'object',
    required: ['kind'],
    properties: { kind },
    discriminator: { propertyName: 'kind', mapping: { dog: 'Puppy' } },
  },
  Puppy: { allOf: [ref('Base'), { properties: { bark: { type: 'string' } } }] },
  Kitten: { allOf: [ref('Base'), { properties: { lives: { type: 'integer' } } }] },
  Tiger: { allOf: [ref('Kitten')] },
};

function check(schema: object, value: unknown, options?: ValidatorOptions): string[] {
  const contract = contractOf({ components: { schemas: { ...schemas, It: schema } } });
  const place = { pointer: '/components/schemas/It', schema: { ...schema } };
  return createSchemaValidator(contract, options)(place, value, 'body').map(formatViolation);
}

const named = { propertyName: 'kind' };
const pets = [ref('Cat'), ref('Dog')];

describe.each(['oneOf', 'anyOf'])('a discriminator beside %s', (keyword) => {
  const byName = { [keyword]: pets, discriminator: named };
  const mapping = { cat: '#/components/schemas/Cat', kitten: 'Cat' };
  const byMapping = { [keyword]: pets, discriminator: { ...named, mapping } };
  const constants = { [keyword]: [ref('Cat'), ref('Fish')], discriminator: named };

  test.each<[schema: object, value: unknown]>([
    [byName, { kind: 'Cat', lives: 9 }],
    // Other branches have no say, whether or not they fit.
    [byName, { kind: 'Dog' }],
    [byName, { kind: 'Dog', lives: 'x' }],
    [byMapping, { kind: 'cat', lives: 9 }],
    [byMapping, { kind: 'kitten' }],
    [byMapping, { kind: 'Dog' }],
    [constants, { kind: 'eel', fins: 2 }],
    [constants, { kind: 'Cat' }],
    [{ [keyword]: [...pets, { type: 'null' }], discriminator: named }, null],
    [
      { ...byName, unevaluatedProperties: false },
      { kind: 'Cat', lives: 9 },
    ],
  ])('%j accepts %j', (schema, value) => {
    expect(check(schema, value)).toEqual([]);
  });

  test.each<[schema: object, value: unknown, lines: string[]]>([
    [
      byName,
      { kind: 'Cat', lives: 'x', bark: 1 },
      ['body at /lives: expected integer, got string "x"'],
    ],
    [byName, { kind: 'Dog', bark: 1 }, ['body at /bark: expected string, got number 1']],
    [byName, { kind: 'cow' }, ['body at /kind: expected one of ["Cat","Dog"], got string "cow"']],
    [byName, { kind: 1 }, ['body at /kind: expected one of ["Cat","Dog"], got number 1']],
    [
      { [keyword]: [...pets, { type: 'null' }], discriminator: named },
      { kind: 'cow' },
      ['body at /kind: expected one of ["Cat","Dog"], got string "cow"'],
    ],
    [byName, {}, ['body at /kind: expected a value, got nothing']],
    [byName, 'x', ['body: expected object, got string "x"']],
    [
      byMapping,
      { kind: 'kitten', lives: 'x' },
      ['body at /lives: expected integer, got string "x"'],
    ],
    // The mapping takes the place of the name.
    [
      byMapping,
      { kind: 'Cat' },
      ['body at /kind: expected one of ["cat","kitten","Dog"], got string "Cat"'],
    ],
    [
      constants,
      { kind: 'Fish' },
      ['body at /kind: expected one of ["Cat","carp","eel"], got string "Fish"'],
    ],
    [
      { ...byName, unevaluatedProperties: false },
      { kind: 'Cat', bark: 'x' },
      ['body: expected no member "bark", got object {"kind":"Cat","bark":"x"}'],
    ],
  ])('%j reports of %j', (schema, value, lines) => {
    expect(check(schema, value)).toEqual(lines);
  });

  test('decides inside other branches too', () => {
    const schema = { oneOf: [byName, { type: 'string' }] };
    expect(check(schema, { kind: 'cow' })).toEqual([
      'body at /kind: expected one of ["Cat","Dog"], got string "cow"',
    ]);
  });

  test('leaves a value to the branches when one of them has no name', () => {
    const inline = { type: 'object', required: ['more'] };
    const schema = { [keyword]: [ref('Fish'), inline], discriminator: named };
    expect(check(schema, { kind: 'cow', more: 1 })).toEqual([]);
    expect(check(schema, { kind: 'cow' })).toContain(
      'body at /more: expected a value, got nothing',
    );
  });
});

describe('a discriminator of a schema that others extend', () => {
  test.each(['dog', 'Kitten', 'Tiger', 'Base'])('knows %s', (value) => {
    expect(check(ref('Base'), { kind: value })).toEqual([]);
  });

  test('reports a value that neither the mapping nor a name knows', () => {
    expect(check(ref('Kitten'), { kind: 'Puppy' })).toEqual([
      'body at /kind: expected one of ["dog","Base","Kitten","Tiger"], got string "Puppy"',
    ]);
  });

  test('says nothing of other values in a file of somebody else', () => {
    expect(check(ref('Kitten'), { kind: 'Puppy' }, { unknown: 'ignore' })).toEqual([]);
  });

  test('takes any value without a mapping', () => {
    expect(check({ discriminator: named }, { kind: 'cow' })).toEqual([]);
  });
});

test.each([{ discriminator: 'kind' }, { discriminator: {}, oneOf: pets.slice(1) }])(
  'the malformed %j says nothing',
  (schema) => {
    expect(check(schema, { kind: 'cow' })).toEqual([]);
  },
);

describe.each(['oneOf', 'anyOf'])('the default of a discriminator beside %s', (keyword) => {
  const other = { type: 'object', required: ['name'], properties: { name: { type: 'string' } } };
  const discriminator = { ...named, mapping: { dog: 'Dog' }, defaultMapping: 'Fish' };
  const schema = { [keyword]: [...pets, ref('Fish'), other], discriminator };

  test.each<[what: string, value: unknown, lines: string[]]>([
    ['a known value', { kind: 'Cat', lives: 9 }, []],
    ['no value', { fins: 2 }, []],
    ['no value', { fins: 'x' }, ['body at /fins: expected integer, got string "x"']],
    ['a value of the default', { kind: 'eel' }, []],
    [
      'another value',
      { kind: 'Cow' },
      ['body at /kind: expected one of ["carp","eel"], got string "Cow"'],
    ],
  ])('decides about an object with %s: %j', (_what, value, lines) => {
    expect(check(schema, value)).toEqual(lines);
  });

  test('leaves what is no object to all branches', () => {
    const open = { [keyword]: [...pets, { type: 'null' }], discriminator };
    expect(check(open, null)).toEqual([]);
  });
});
