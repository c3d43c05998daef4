import { describe, expect, test } from 'vitest';
import {
  describeViolation,
  formatViolation,
} from '../../../src/contract/model/describe-violation.ts';
import { FilePart } from '../../../src/contract/model/file-part.ts';
import { createContractChecks } from '../../../src/contract/validate/contract-checks.ts';
import { contractWith } from '../../support/test-contract.ts';

const json = (schema: object) => ({ 'application/json': { schema } });

describe('readParameters', () => {
  const parameters = [
    { name: 'id', in: 'path', schema: { type: 'integer' } },
    { name: 'page', in: 'query', required: true, schema: { type: 'integer', minimum: 1 } },
    { name: 'tags', in: 'query', schema: { type: 'array', items: { enum: ['a', 'b'] } } },
    { name: 'X-Id', in: 'header', schema: { type: 'string', format: 'uuid' } },
    { name: 'theme', in: 'cookie', schema: { type: 'string', maxLength: 4 } },
  ];
  const { contract, operation } = contractWith({ parameters });
  const checks = createContractChecks(contract);
  const check = (id: string, query: string, headers: Record<string, string> = {}) =>
    checks
      .readParameters(operation, {
        path: { id },
        query: new URLSearchParams(query),
        headers: new Headers(headers),
      })
      .violations.map(formatViolation);

  test('accepts what the contract allows, optional parameters left out', () => {
    expect(check('1', 'page=1')).toEqual([]);
  });

  test.each([
    ['x', 'page=1', {}, 'path at /id: expected integer, got string "x"'],
    ['1', '', {}, 'query at /page: expected a value, got nothing'],
    ['1', 'page=0', {}, 'query at /page: expected >= 1, got number 0'],
    [
      '1',
      'page=1&tags=a&tags=c',
      {},
      'query at /tags/1: expected one of ["a","b"], got string "c"',
    ],
    ['1', 'page=1', { 'x-id': '1' }, 'header at /X-Id: expected format uuid, got string "1"'],
    [
      '1',
      'page=1',
      { cookie: 'theme=light' },
      'cookie at /theme: expected no more than 4 characters, got string "light"',
    ],
  ])('reports id %j, query %j, headers %j', (id, query, headers, line) => {
    expect(check(id, query, headers)).toEqual([line]);
  });

  test('takes an empty value unless the contract says otherwise', () => {
    const flag = { name: 'flag', in: 'query', schema: { type: 'boolean' } };
    const verdictOf = (parameter: object, query: string) => {
      const made = contractWith({ parameters: [parameter] });
      const source = { path: {}, query: new URLSearchParams(query), headers: new Headers() };
      return createContractChecks(made.contract).readParameters(made.operation, source).violations
        .length;
    };
    expect(verdictOf({ ...flag, allowEmptyValue: true }, 'flag=')).toBe(0);
    expect(verdictOf({ ...flag, allowEmptyValue: true }, 'flag=x')).toBe(1);
    expect(verdictOf(flag, 'flag=')).toBe(1);
    const text = { ...flag, schema: { type: 'string' } };
    expect(verdictOf(text, 'flag=')).toBe(0);
    expect(verdictOf({ ...text, allowEmptyValue: false }, 'flag=')).toBe(1);
    expect(verdictOf({ ...text, allowEmptyValue: false }, 'flag=x')).toBe(0);
    expect(verdictOf({ ...text, allowEmptyValue: false }, '')).toBe(0);
  });

  test('names the keyword of a missing parameter', () => {
    const source = { path: { id: '1' }, query: new URLSearchParams(), headers: new Headers() };
    expect(checks.readParameters(operation, source).violations).toMatchObject([
      { rule: { keyword: 'required' } },
    ]);
  });

  test('reports all broken parameters together', () => {
    expect(check('x', 'page=y')).toHaveLength(2);
  });
});

describe('checkRequestBody', () => {
  const requestBody = {
    required: true,
    content: { ...json({ type: 'object' }), 'text/plain': {} },
  };
  const { contract, operation } = contractWith({ requestBody });
  const checks = createContractChecks(contract);
  const [object, text] = operation.body?.content ?? [];

  test('accepts a body that its schema allows', () => {
    expect(checks.checkRequestBody(operation, object, {})).toEqual([]);
  });

  test('accepts any body without a schema', () => {
    expect(checks.checkRequestBody(operation, text, 'x')).toEqual([]);
  });

  test('reports a body that breaks its schema', () => {
    expect(checks.checkRequestBody(operation, object, []).map(describeViolation)).toEqual([
      { in: 'body', pointer: '', keyword: 'type', expected: 'object', found: [] },
    ]);
  });

  test('reports a required body that was not sent', () => {
    expect(checks.checkRequestBody(operation, undefined, undefined).map(describeViolation)).toEqual(
      [{ in: 'body', pointer: '', keyword: 'required', expected: 'a body' }],
    );
  });

  test('accepts that an optional body was not sent', () => {
    const optional = contractWith({ requestBody: { content: json({ type: 'object' }) } });
    const { checkRequestBody } = createContractChecks(optional.contract);
    expect(checkRequestBody(optional.operation, undefined, undefined)).toEqual([]);
  });
});

describe('bodies of bytes', () => {
  const bytes = Uint8Array.from([0x00, 0xff, 0xc3]);
  const check = (schema: object, body: unknown, encoding: object = {}) => {
    const requestBody = { content: { 'multipart/form-data': { schema, encoding } } };
    const { contract, operation } = contractWith({ requestBody }, {}, 'post');
    const [media] = operation.body?.content ?? [];
    return createContractChecks(contract)
      .checkRequestBody(operation, media, body)
      .map(formatViolation);
  };

  test.each([
    {},
    { type: 'string' },
    { type: 'string', format: 'binary' },
    { type: 'string', contentEncoding: 'base64', contentMediaType: 'image/png' },
    { type: 'string', minLength: 3, maxLength: 3 },
  ])('are strings to %j', (schema) => {
    expect(check(schema, bytes)).toEqual([]);
  });

  test('are counted by bytes', () => {
    expect(check({ maxLength: 2 }, bytes)).toHaveLength(1);
    expect(check({ minLength: 4 }, bytes)).toHaveLength(1);
  });

  test('are no object', () => {
    expect(check({ type: 'object' }, bytes)).toHaveLength(1);
  });

  test.each([
    ['application/cbor', 0],
    ['application/yaml', 0],
    ['text/csv', 0],
    ['multipart/mixed', 0],
    ['application/octet-stream', 1],
    ['image/png', 1],
  ])('of %s that stand for an object break %d rules', (type, count) => {
    const schema = { type: 'object', required: ['a'] };
    const requestBody = { content: { [type]: { schema } } };
    const { contract, operation } = contractWith({ requestBody }, {}, 'post');
    const checks = createContractChecks(contract);
    const [media] = operation.body?.content ?? [];
    expect(checks.checkRequestBody(operation, media, bytes)).toHaveLength(count);
  });

  test('in a form are checked at the name of their field', () => {
    const schema = { properties: { file: { type: 'string', maxLength: 2 } } };
    const file = new FilePart('a.png', 'image/png', bytes);
    expect(check(schema, { file })).toEqual([
      'body at /file: expected no more than 2 characters, got string "\\u0000ÿÃ"',
    ]);
  });

  test.each([
    ['image/png', []],
    ['image/*, application/pdf', []],
    ['application/json, Image/PNG; q=1', []],
    ['*/*', []],
    ['image/jpeg, text/*', ['body at /file: expected image/jpeg, text/*, got string "image/png"']],
  ])('in a form have one of the types %s', (contentType, lines) => {
    const file = new FilePart('a.png', 'image/png', bytes);
    expect(check({}, { file, other: [file] }, { file: { contentType } })).toEqual(lines);
    expect(check({}, { file: [file, 'x'] }, { file: { contentType } })).toEqual(lines);
  });
});

describe('checkResponse', () => {
  const responses = {
    200: {
      headers: {
        'X-Total': { required: true, schema: { type: 'integer' } },
        'X-Ids': { schema: { type: 'array', items: { type: 'integer' } } },
      },
      content: { ...json({ type: 'object', required: ['id'] }), 'text/*': {} },
    },
    204: {},
    406: { content: { 'text/plain': {}, 'text/html': {} } },
    '4XX': { content: json({ type: 'object' }) },
  };
  const { contract, operation } = contractWith({ responses });
  const checks = createContractChecks(contract);
  const check = (status: number, headers: Record<string, string>, body: unknown) =>
    checks
      .checkResponse(operation, { status, headers: new Headers(headers), body })
      .map(formatViolation);
  const type = { 'content-type': 'application/json; charset=utf-8' };

  test.each([
    [200, { ...type, 'x-total': '3', 'x-ids': '1,2' }, { id: 1 }],
    [200, { 'content-type': 'text/html', 'x-total': '0' }, '<p>'],
    [204, {}, undefined],
    [404, type, {}],
  ])('accepts %d with %j and %j', (status, headers, body) => {
    expect(check(status, headers, body)).toEqual([]);
  });

  test.each<[status: number, headers: Record<string, string>, body: unknown, lines: string[]]>([
    [500, type, {}, ['status: expected one of 200, 204, 406, 4XX, got number 500']],
    [200, type, { id: 1 }, ['header at /x-total: expected a value, got nothing']],
    [
      200,
      { ...type, 'x-total': 'many', 'x-ids': '1,x' },
      {},
      [
        'header at /x-total: expected integer, got string "many"',
        'header at /x-ids: expected integer, got string "x"',
        'body at /id: expected a value, got nothing',
      ],
    ],
    [
      404,
      { 'content-type': 'text/html' },
      '<p>',
      ['header at /content-type: expected application/json, got string "text/html"'],
    ],
    [404, {}, undefined, ['header at /content-type: expected application/json, got string ""']],
    [404, type, undefined, ['body: expected object, got nothing']],
    [
      406,
      type,
      {},
      [
        'header at /content-type: expected text/plain or text/html, got string "application/json; charset=utf-8"',
      ],
    ],
    [204, {}, 'x', ['body: expected no body, got string "x"']],
  ])('reports %d with %j and %j', (status, headers, body, lines) => {
    expect(check(status, headers, body)).toEqual(lines);
  });

  test.each<[keyword: string, status: number, body: unknown]>([
    ['status', 500, undefined],
    ['content', 204, 'x'],
    ['mediaType', 404, 'x'],
    ['required', 200, {}],
  ])('names the keyword %s', (keyword, status, body) => {
    const headers = new Headers(status === 200 ? { ...type, 'x-total': '1' } : {});
    const violations = checks.checkResponse(operation, { status, headers, body });
    expect(violations.map((violation) => violation.rule.keyword)).toEqual([keyword]);
  });

  test('expects no body of an answer to HEAD', () => {
    const head = contractWith(
      { responses: { 200: { content: json({ type: 'object' }) } } },
      {},
      'head',
    );
    const { checkResponse } = createContractChecks(head.contract);
    const response = { status: 200, headers: new Headers(), body: undefined };
    expect(checkResponse(head.operation, response)).toEqual([]);
  });
});
