import { describe, expect, test } from 'vitest';
import { decodeParameters } from '../../../src/contract/decode/decode-parameters.ts';
import {
  createExampleRequest,
  formatTarget,
} from '../../../src/contract/example/example-request.ts';
import { createSchemaResolver } from '../../../src/contract/model/resolve-schema.ts';
import { createContractChecks } from '../../../src/contract/validate/contract-checks.ts';
import { contractWith } from '../../support/test-contract.ts';
import { mockOf } from '../../support/test-mock.ts';

const FORM = 'application/x-www-form-urlencoded';
const Filter = {
  type: 'object',
  required: ['limit'],
  properties: {
    limit: { type: 'integer' },
    done: { type: 'boolean' },
    tags: { type: 'array', items: { type: 'string' } },
    page: { type: 'object', properties: { from: { type: 'integer' } } },
  },
};
const Deep = { encoding: { page: { style: 'deepObject', explode: true } } };

function whole(type: string, media: object) {
  return { name: 'filter', in: 'querystring', content: { [type]: media } };
}

/** Value of the only parameter, as it arrives in a query or in cookies. */
function decode(parameter: object, queryText: string, cookie: string | null = null): unknown {
  const { contract, operation } = contractWith({ parameters: [parameter] });
  const query = new URLSearchParams(queryText);
  const source = { path: {}, query, queryText, headers: { get: () => cookie } };
  return decodeParameters(operation, source, createSchemaResolver(contract.document))[0]?.value;
}

describe('querystring', () => {
  test.each<[what: string, type: string, media: object, query: string, value: unknown]>([
    ['a form, typed', FORM, { schema: Filter }, 'limit=2&done=true', { limit: 2, done: true }],
    ['a space and a plus in a form', FORM, { schema: {} }, 'a=x+%2B+y', { a: 'x + y' }],
    ['a list in a form', FORM, { schema: Filter }, 'tags=a&tags=b', { tags: ['a', 'b'] }],
    [
      'JSON in a form',
      FORM,
      { schema: Filter },
      'page=%7B%22from%22%3A1%7D',
      { page: { from: 1 } },
    ],
    [
      'a form by its encoding',
      FORM,
      { schema: Filter, ...Deep },
      'page[from]=1',
      { page: { from: 1 } },
    ],
    [
      'JSON',
      'application/json',
      { schema: Filter },
      '%7B%22a%22%3A%221%3D2+%26%2B%22%7D',
      { a: '1=2+&+' },
    ],
    ['JSON that is not escaped', 'application/json', { schema: {} }, '{"a":[1,2]}', { a: [1, 2] }],
    ['malformed JSON, as text', 'application/json', { schema: {} }, '{"a"', '{"a"'],
    ['text', 'text/plain', { schema: {} }, 'a%20b&c', 'a b&c'],
    ['another type, as text', 'application/jsonpath', { schema: {} }, '%24.a%5B1%5D', '$.a[1]'],
    ['a media type of components', FORM, { $ref: '#/components/mediaTypes/A' }, 'n=1', { n: 1 }],
    ['nothing', FORM, { schema: Filter }, '', undefined],
  ])('reads %s', (_what, type, media, query, value) => {
    const parameters = [whole(type, media)];
    const N = { schema: { properties: { n: { type: 'integer' } } } };
    const { contract, operation } = contractWith({ parameters }, { mediaTypes: { A: N } });
    const resolve = createSchemaResolver(contract.document);
    const source = {
      path: {},
      query: new URLSearchParams(query),
      queryText: query,
      headers: { get: () => null },
    };
    expect(decodeParameters(operation, source, resolve)[0]?.value).toEqual(value);
  });

  const document = {
    paths: {
      '/things': {
        get: {
          parameters: [{ ...whole(FORM, { schema: Filter }), required: true }],
          responses: { 200: { content: { 'application/json': { example: 1 } } } },
        },
        post: {
          parameters: [whole('application/json', { schema: Filter })],
          responses: { 200: { content: { 'application/json': { example: 1 } } } },
        },
      },
    },
  };

  test.each([
    ['GET', '/things?limit=2', 200, '1'],
    ['GET', '/things?limit=a', 422, 'Request query parameter limit must be integer'],
    ['GET', '/things?done=true', 422, "Request query must have required property 'limit'"],
    ['GET', '/things', 422, "Request query must have required property 'filter'"],
    ['POST', '/things?%7B%22limit%22%3A2%7D', 200, '1'],
    ['POST', '/things?{"limit":"a"}', 422, 'Request query parameter limit must be integer'],
    ['POST', '/things?limit=2', 422, 'Request query must be object'],
    ['POST', '/things', 200, '1'],
  ])('%s %s is answered with %i', async (method, target, status, text) => {
    const response = await mockOf(document)(target, { method });
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(text);
  });

  test('gives its members to a behaviour as query', () => {
    const { contract, operation } = contractWith({
      parameters: [whole(FORM, { schema: Filter })],
    });
    const source = {
      path: {},
      query: new URLSearchParams('limit=2'),
      queryText: 'limit=2',
      headers: { get: () => null },
    };
    const { values } = createContractChecks(contract).readParameters(operation, source);
    expect(values.query).toEqual({ limit: 2 });
  });

  test.each<[type: string, example: unknown, target: string]>([
    [
      FORM,
      { a: 'x + y', b: [1, 2], c: { d: 1 } },
      '/things/id?a=x+%2B+y&b=1&b=2&c=%7B%22d%22%3A1%7D',
    ],
    ['application/json', { a: 1 }, '/things/id?%7B%22a%22%3A1%7D'],
    ['application/json', 'a', '/things/id?%22a%22'],
    ['text/plain', '$.a[1]', '/things/id?%24.a%5B1%5D'],
  ])('is written as %s in an example request', (type, dataValue, target) => {
    const { operation } = contractWith({
      parameters: [
        { name: 'id', in: 'path', required: true, example: 'id' },
        { ...whole(type, { examples: { one: { dataValue } } }), required: true },
      ],
    });
    expect(formatTarget(createExampleRequest(operation))).toBe(target);
  });
});

describe('style cookie', () => {
  const cookie = (schema: object, more: object = {}) => ({
    ...{ name: 'color', in: 'cookie', style: 'cookie', schema },
    ...more,
  });
  const List = { type: 'array', items: { type: 'string' } };
  const Rgb = {
    type: 'object',
    properties: { R: { type: 'integer' }, G: { type: 'integer' }, name: { type: 'string' } },
  };

  test.each<[what: string, parameter: object, header: string, value: unknown]>([
    ['text as it is', cookie({ type: 'string' }), 'color=a%2Cb', 'a%2Cb'],
    ['a list, one cookie an item', cookie(List), 'color=blue; color=black', ['blue', 'black']],
    ['a list of one item with a comma', cookie(List), 'color=blue,black', ['blue,black']],
    ['a list in one cookie', cookie(List, { explode: false }), 'color=a,b', ['a', 'b']],
    [
      'an object, one cookie a member',
      cookie(Rgb),
      'R=100; G=200; name=a%2C&b',
      { R: 100, G: 200, name: 'a%2C&b' },
    ],
    ['an object in one cookie', cookie(Rgb, { explode: false }), 'color=R,1,G,2', { R: 1, G: 2 }],
  ])('reads %s', (_what, parameter, header, value) => {
    expect(decode(parameter, '', header)).toEqual(value);
  });

  test('is written without escapes in an example request', () => {
    const { operation } = contractWith({
      parameters: [cookie(Rgb, { required: true, example: { R: 1, name: 'Hello%2C world!' } })],
    });
    const { headers } = createExampleRequest(operation);
    expect(headers).toEqual({ Cookie: 'R=1; name=Hello%2C world!' });
  });
});
