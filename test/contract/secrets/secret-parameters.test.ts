import { describe, expect, test } from 'vitest';
import { createSchemaResolver } from '../../../src/contract/model/resolve-schema.ts';
import { secretParameters } from '../../../src/contract/secrets/secret-parameters.ts';
import { contractWith } from '../../support/test-contract.ts';

const PASSWORD = { type: 'string', format: 'password' };
const components = {
  schemas: {
    Pass: PASSWORD,
    Tree: { items: { $ref: '#/components/schemas/Tree' }, anyOf: [{ type: 'array' }] },
  },
  securitySchemes: {
    app: { type: 'apiKey', in: 'query', name: 'appid' },
    user: { type: 'apiKey', in: 'header', name: 'X-User' },
    bearer: { type: 'http', scheme: 'bearer' },
  },
};

function namesOf(operation: object): string[] {
  const { contract, operation: read } = contractWith(operation, components);
  return secretParameters(read, createSchemaResolver(contract.document));
}

describe('secretParameters', () => {
  test('has the API keys of the query, of all alternatives', () => {
    expect(namesOf({ security: [{ bearer: [] }, { user: [], app: [] }] })).toEqual(['appid']);
  });

  test.each<[what: string, schema: object]>([
    ['itself', PASSWORD],
    ['behind a reference', { $ref: '#/components/schemas/Pass' }],
    ['behind a reference with siblings', { $ref: '#/components/schemas/Pass', minLength: 1 }],
    [
      'in one of its branches',
      { anyOf: [{ type: 'null' }, { $ref: '#/components/schemas/Pass' }] },
    ],
    ['in its items', { type: 'array', items: PASSWORD }],
  ])('has a parameter with format password %s', (_, schema) => {
    expect(namesOf({ parameters: [{ name: 'word', in: 'query', schema }] })).toEqual(['word']);
  });

  test.each(['path', 'query'])('has a parameter in the %s whose name says so', (place) => {
    expect(namesOf({ parameters: [{ name: 'token', in: place }] })).toEqual(['token']);
  });

  test('has the secret members of a querystring', () => {
    const schema = { type: 'object', properties: { word: PASSWORD, name: {} } };
    const content = { 'application/x-www-form-urlencoded': { schema } };
    const parameter = { name: 'filter', in: 'querystring', content };
    expect(namesOf({ parameters: [parameter] })).toContain('word');
  });

  test('has the secret members of an object, however it is sent', () => {
    const properties = { word: PASSWORD, pin: {}, name: {} };
    const parameter = { name: 'user', in: 'query', schema: { type: 'object', properties } };
    expect(namesOf({ parameters: [parameter] })).toEqual([
      'user',
      ...['word', 'user[word]'],
      ...['pin', 'user[pin]'],
    ]);
  });

  test('has nothing that is no secret or stands elsewhere, and stands a schema without end', () => {
    const tree = { $ref: '#/components/schemas/Tree' };
    const parameters = [
      { name: 'page', in: 'query', schema: { type: 'integer' } },
      { name: 'X-Token', in: 'header', schema: PASSWORD },
      { name: 'tree', in: 'query', schema: tree },
    ];
    expect(namesOf({ parameters })).toEqual([]);
  });
});
