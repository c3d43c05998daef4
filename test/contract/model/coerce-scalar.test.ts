import { describe, expect, test } from 'vitest';
import {
  coerceScalar,
  itemSchema,
  schemaTypes,
} from '../../../src/contract/model/coerce-scalar.ts';
import { ExactNumber } from '../../../src/contract/model/exact-number.ts';
import type { JsonSchema } from '../../../src/contract/model/json-schema.ts';
import { createSchemaResolver } from '../../../src/contract/model/resolve-schema.ts';

const EXACT = new ExactNumber('12345678901234567891');

describe('coerceScalar', () => {
  test.each<[text: string, types: string[], value: unknown]>([
    ['12', ['integer'], 12],
    ['-12', ['integer'], -12],
    ['007', ['integer'], 7],
    ['9223372036854775807', ['integer'], 2 ** 63],
    ['9223372036854775808', ['integer'], 2 ** 63 + 2 ** 11],
    ['1.5', ['integer'], '1.5'],
    ['1e3', ['integer'], '1e3'],
    ['+1', ['integer'], '+1'],
    [' 1', ['integer'], ' 1'],
    ['0x10', ['integer'], '0x10'],
    ['1.5', ['number'], 1.5],
    ['-1.5e-3', ['number'], -0.0015],
    ['1E3', ['number'], 1000],
    ['12', ['number'], 12],
    ['.5', ['number'], '.5'],
    ['NaN', ['number'], 'NaN'],
    ['Infinity', ['number'], 'Infinity'],
    ['true', ['boolean'], true],
    ['false', ['boolean'], false],
    ['True', ['boolean'], 'True'],
    ['1', ['boolean'], '1'],
    ['12', ['string'], '12'],
    ['true', [], 'true'],
    ['12', ['string', 'integer'], 12],
    ['true', ['integer', 'boolean'], true],
    ['1.5', ['integer', 'number'], 1.5],
    ['null', ['null'], 'null'],
    ['', ['integer', 'number', 'boolean'], ''],
  ])('reads %j as one of %j', (text, types, value) => {
    expect(coerceScalar(text, types)).toBe(value);
  });
});

const resolve = createSchemaResolver({ schemas: { Count: { type: 'integer' }, Any: true } });

describe('schemaTypes', () => {
  test.each<[schema: JsonSchema | undefined, types: string[]]>([
    [undefined, []],
    [true, []],
    [{}, []],
    [{ type: 'integer' }, ['integer']],
    [{ type: ['integer', 'null'] }, ['integer', 'null']],
    [{ $ref: '#/schemas/Count' }, ['integer']],
    [{ $ref: '#/schemas/Any' }, []],
    [{ anyOf: [{ type: 'boolean' }, { $ref: '#/schemas/Count' }] }, ['boolean', 'integer']],
    [{ oneOf: [{ type: 'string' }, { oneOf: [{ type: 'number' }] }] }, ['string', 'number']],
    [{ allOf: [{ $ref: '#/schemas/Count' }, { minimum: 1 }] }, ['integer']],
    [{ enum: [1, 2] }, ['integer', 'integer']],
    [{ const: true }, ['boolean']],
    [{ enum: [EXACT] }, ['integer']],
    [{ const: new ExactNumber('0.1234567890123456789') }, ['number']],
  ])('of %j are %j', (schema, types) => {
    expect(schemaTypes(schema, resolve)).toEqual(types);
  });
});

describe('itemSchema', () => {
  test.each<[schema: JsonSchema | undefined, types: string[]]>([
    [undefined, []],
    [true, []],
    [{ type: 'array' }, []],
    [{ type: 'array', items: { $ref: '#/schemas/Count' } }, ['integer']],
    [{ type: 'array', items: { type: ['boolean', 'null'] } }, ['boolean', 'null']],
  ])('of %j are %j', (schema, types) => {
    expect(schemaTypes(itemSchema(schema, resolve), resolve)).toEqual(types);
  });
});
