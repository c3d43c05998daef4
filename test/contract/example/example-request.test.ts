import { describe, expect, test } from 'vitest';
import {
  createExampleRequest,
  formatTarget,
  withDummyCredentials,
} from '../../../src/contract/example/example-request.ts';
import { createContractChecks } from '../../../src/contract/validate/contract-checks.ts';
import { contractOf, contractWith, firstOf } from '../../support/test-contract.ts';

const parameters = [
  { name: 'id', in: 'path', example: 'a/b c' },
  { name: 'page_size', in: 'query', required: true, example: 10 },
  { name: 'page', in: 'query', example: 2 },
  { name: 'X-Id', in: 'header', required: true, example: 'x' },
  { name: 'X-More', in: 'header', example: 'y' },
];

describe('createExampleRequest', () => {
  test('has the examples of required parameters only', () => {
    const { operation } = contractWith({ parameters }, {}, 'delete');
    expect(createExampleRequest(operation)).toEqual({
      method: 'DELETE',
      path: '/things/{id}',
      pathParameters: { id: 'a/b c' },
      query: { page_size: 10 },
      headers: { 'X-Id': 'x' },
      parameters: operation.parameters,
    });
  });

  test('satisfies its own contract whatever the style and type of a parameter', () => {
    const list = { type: 'array', items: { type: 'integer', minimum: 5 } };
    const object = { type: 'object', properties: { a: { type: 'boolean' }, b: { enum: ['x'] } } };
    const required = { required: true };
    const all = [
      { name: 'id', in: 'path', style: 'matrix', explode: true, schema: object },
      { name: 'list', in: 'query', style: 'pipeDelimited', schema: list, ...required },
      { name: 'deep', in: 'query', style: 'deepObject', schema: object, ...required },
      { name: 'json', in: 'query', content: { 'application/json': { schema: list } }, ...required },
      { name: 'X-List', in: 'header', schema: list, ...required },
      { name: 'X-Object', in: 'header', explode: true, schema: object, ...required },
      { name: 'X-Count', in: 'header', schema: { type: 'integer' }, ...required },
      { name: 'theme', in: 'cookie', schema: { const: 'a;b' }, ...required },
      { name: 'ids', in: 'cookie', schema: list, ...required },
    ];
    const { contract, operation } = contractWith({ parameters: all });
    const request = createExampleRequest(operation);
    const { pathname, searchParams } = new URL(formatTarget(request), 'http://a.test');
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    const source = {
      path: { id: pathname.slice('/things/'.length) },
      query: searchParams,
      headers: new Headers(Object.fromEntries(headers)),
    };
    expect(createContractChecks(contract).readParameters(operation, source).violations).toEqual([]);
  });

  test('has the first example of the first media type as its body', () => {
    const content = {
      'application/json': { examples: { a: { value: { it: 1 } }, b: { value: 2 } } },
      'text/plain': { example: 'x' },
    };
    const { operation } = contractWith({ requestBody: { content } }, {}, 'post');
    expect(createExampleRequest(operation)).toMatchObject({
      body: { it: 1 },
      mediaType: 'application/json',
    });
  });

  test('has no body where no example is given', () => {
    const content = { 'application/json': { schema: { type: 'object' } } };
    const { operation } = contractWith({ requestBody: { content } }, {}, 'post');
    expect(Object.keys(createExampleRequest(operation))).not.toContain('body');
  });

  test('gives a parameter without an example its own name', () => {
    const { operation } = contractWith({ parameters: [{ name: 'id', in: 'path' }] });
    expect(createExampleRequest(operation).pathParameters).toEqual({ id: 'id' });
  });
});

describe('formatTarget', () => {
  test.each([
    ['/a?beta=true#c', [], '/a?beta=true'],
    ['/a?beta=true', [{ name: 'q', in: 'query', required: true, example: 1 }], '/a?beta=true&q=1'],
    ['/a?q={q}', [{ name: 'q', in: 'query', required: true, example: 1 }], '/a?q=1'],
    ['/a?from={date}', [{ name: 'date', in: 'path', example: 'x&y' }], '/a?from=x%26y'],
    ['/a/{+id}', [{ name: 'id', in: 'path', example: 1 }], '/a/1'],
  ])('has what a path key says besides the path: %s', (path, all, target) => {
    const { operations } = contractOf({ paths: { [path]: { get: { parameters: all } } } });
    expect(formatTarget(createExampleRequest(firstOf(operations)))).toBe(target);
  });

  test('percent-encodes path and query', () => {
    const { operation } = contractWith({ parameters });
    expect(formatTarget(createExampleRequest(operation))).toBe('/things/a%2Fb%20c?page_size=10');
  });

  test('has no question mark without a query', () => {
    const { operation } = contractWith({ parameters: parameters.slice(0, 1) });
    expect(formatTarget(createExampleRequest(operation))).toBe('/things/a%2Fb%20c');
  });
});

describe('withDummyCredentials', () => {
  const securitySchemes = {
    basic: { type: 'http', scheme: 'basic' },
    bearer: { type: 'http', scheme: 'bearer' },
    oauth: { type: 'oauth2' },
    certificate: { type: 'mutualTLS' },
    header: { type: 'apiKey', in: 'header', name: 'X-Key' },
    query: { type: 'apiKey', in: 'query', name: 'apikey' },
    cookie: { type: 'apiKey', in: 'cookie', name: 'session' },
  };
  const credentialsOf = (security: readonly object[]) => {
    const { operation } = contractWith({ security }, { securitySchemes });
    const { headers, query } = withDummyCredentials(createExampleRequest(operation), operation);
    return { headers, query };
  };

  test.each([
    ['basic', { headers: { Authorization: 'Basic eDp4' }, query: {} }],
    ['bearer', { headers: { Authorization: 'Bearer x' }, query: {} }],
    ['oauth', { headers: { Authorization: 'Bearer x' }, query: {} }],
    ['certificate', { headers: {}, query: {} }],
    ['header', { headers: { 'X-Key': 'x' }, query: {} }],
    ['query', { headers: {}, query: { apikey: 'x' } }],
    ['cookie', { headers: { Cookie: 'session=x' }, query: {} }],
  ])('adds %s credentials', (scheme, expected) => {
    expect(credentialsOf([{ [scheme]: [] }])).toEqual(expected);
  });

  test('adds all schemes of the first alternative only', () => {
    expect(credentialsOf([{ query: [], header: [] }, { bearer: [] }])).toEqual({
      headers: { 'X-Key': 'x' },
      query: { apikey: 'x' },
    });
  });

  test('adds nothing for an anonymous operation', () => {
    expect(credentialsOf([])).toEqual({ headers: {}, query: {} });
  });

  test('adds a cookie to those of the operation', () => {
    const theme = { name: 'theme', in: 'cookie', required: true, example: 'dark' };
    const spec = { parameters: [theme], security: [{ cookie: [] }] };
    const { operation } = contractWith(spec, { securitySchemes });
    const { headers } = withDummyCredentials(createExampleRequest(operation), operation);
    expect(headers).toEqual({ Cookie: 'theme=dark; session=x' });
  });

  test('keeps a header that the operation declares itself', () => {
    const { operation } = contractWith(
      {
        parameters: [{ name: 'X-Key', in: 'header', required: true, example: 'own' }],
        security: [{ header: [] }],
      },
      { securitySchemes },
    );
    const request = withDummyCredentials(createExampleRequest(operation), operation);
    expect(request.headers).toEqual({ 'X-Key': 'own' });
  });
});
