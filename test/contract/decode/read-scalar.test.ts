import { describe, expect, test } from 'vitest';
import { decodeValue, type ParameterSource } from '../../../src/contract/decode/decode-value.ts';
import { describeParameter } from '../../../src/contract/decode/describe-parameter.ts';
import { createScalarReader } from '../../../src/contract/decode/read-scalar.ts';
import type { JsonSchema } from '../../../src/contract/model/json-schema.ts';
import { createSchemaResolver } from '../../../src/contract/model/resolve-schema.ts';
import { contractWith } from '../../support/test-contract.ts';

function parameterOf(declared: object) {
  const { contract, operation } = contractWith({ parameters: [{ name: 'p', ...declared }] }, {});
  const [parameter] = operation.parameters;
  if (parameter === undefined) throw new Error('The contract declares no parameter.');
  const resolve = createSchemaResolver(contract.document);
  return { parameter, resolve, description: describeParameter(parameter, resolve) };
}

const SCHEMAS: readonly JsonSchema[] = [
  { type: 'string' },
  { type: 'integer' },
  { type: 'number' },
  { type: 'boolean' },
  { type: ['integer', 'null'] },
  { type: ['string', 'boolean'] },
  { enum: [1, 'a'] },
  { const: true },
  { oneOf: [{ type: 'integer' }, { type: 'boolean' }] },
];

const TEXTS = [
  '',
  '1',
  '-0',
  '1e3',
  '9007199254740993',
  'true',
  'null',
  'a%2Fb',
  '%zz',
  'a,b',
  'é',
];

/** Requests that send the texts under the name, once, twice or not at all. */
function sources(place: string): readonly ParameterSource[] {
  const lists = [[], ['1', 'x'], ...TEXTS.map((text) => [text])];
  return lists.map((texts) => {
    const pairs = texts.map((text): [string, string] => ['p', text]);
    return {
      path: place === 'path' && texts[0] !== undefined ? { p: texts[0] } : {},
      query: new URLSearchParams(place === 'query' ? pairs : []),
      headers: new Headers(place === 'header' ? pairs : []),
    };
  });
}

describe.each(['path', 'query', 'header'])('createScalarReader in a %s', (place) => {
  test.each(SCHEMAS)('reads %j as decodeValue does', (schema) => {
    const { parameter, resolve, description } = parameterOf({ in: place, schema });
    const read = createScalarReader(parameter, description);
    for (const source of sources(place)) {
      expect(read?.(source), JSON.stringify([...source.query])).toStrictEqual(
        decodeValue(parameter, source, resolve),
      );
    }
    expect(read).toBeDefined();
  });
});

describe('createScalarReader', () => {
  test.each<[what: string, declared: object]>([
    ['a list', { in: 'query', schema: { type: 'array', items: { type: 'string' } } }],
    ['a list or a text', { in: 'query', schema: { type: ['array', 'string'] } }],
    ['an object', { in: 'query', schema: { type: 'object', properties: { a: {} } } }],
    ['a value of any type', { in: 'query', schema: {} }],
    ['a deep object', { in: 'query', style: 'deepObject', schema: { type: 'object' } }],
    ['a content', { in: 'query', content: { 'application/json': { schema: {} } } }],
    ['a value that may be empty', { in: 'query', schema: {}, allowEmptyValue: true }],
    ['a path of style matrix', { in: 'path', style: 'matrix', schema: { type: 'string' } }],
    ['a cookie', { in: 'cookie', schema: { type: 'string' } }],
  ])('leaves %s to decodeValue', (_what, declared) => {
    const { parameter, description } = parameterOf(declared);
    expect(createScalarReader(parameter, description)).toBeUndefined();
  });
});
