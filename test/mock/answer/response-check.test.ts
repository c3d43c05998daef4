import { describe, expect, test } from 'vitest';
import { formatViolation } from '../../../src/contract/model/describe-violation.ts';
import { createContractChecks } from '../../../src/contract/validate/contract-checks.ts';
import { checkReply } from '../../../src/mock/answer/response-check.ts';
import type { Reply } from '../../../src/mock/authoring/reply.ts';
import { contractWith } from '../../support/test-contract.ts';
import { mockOf } from '../../support/test-mock.ts';

const schema = { type: 'object', properties: { id: { type: 'integer' } }, xml: { name: 'thing' } };
const { contract, operation } = contractWith({
  responses: {
    200: {
      headers: { 'X-Total': { required: true, schema: { type: 'integer' } } },
      content: { 'application/json': { schema }, 'application/xml': { schema } },
    },
    204: {},
  },
});
const checks = createContractChecks(contract);
const headers = { 'x-total': '1' };

describe('checkReply', () => {
  test.each<Reply>([
    { status: 200, headers, mediaType: 'application/json; charset=utf-8', body: { id: 1 } },
    { status: 200, headers, mediaType: 'application/xml', body: '<thing><id>1</id></thing>' },
    { status: 200, headers, mediaType: 'application/xml', body: { id: 1 } },
    { status: 204 },
  ])('accepts %j', (reply) => {
    expect(checkReply(reply, operation, checks)).toEqual([]);
  });

  test.each<[reply: Reply, line: string]>([
    [
      { status: 200, headers, mediaType: 'application/json', body: { id: 'x' } },
      'body at /id: expected integer, got string "x"',
    ],
    [
      { status: 200, headers, mediaType: 'application/xml', body: '<thing><id>x</id></thing>' },
      'body at /id: expected integer, got string "x"',
    ],
    [
      { status: 200, mediaType: 'application/json', body: {} },
      'header at /x-total: expected a value, got nothing',
    ],
    [
      { status: 200, headers, mediaType: 'text/xml', body: '<thing/>' },
      'header at /content-type: expected application/json or application/xml, got string "text/xml"',
    ],
    [{ status: 404 }, 'status: expected one of 200, 204, got number 404'],
  ])('reports what is wrong with %j', (reply, line) => {
    expect(checkReply(reply, operation, checks).map(formatViolation)).toEqual([line]);
  });

  test('reports XML that is not well-formed', () => {
    const reply = { status: 200, headers, mediaType: 'application/xml', body: '<thing>' };
    expect(checkReply(reply, operation, checks)).toMatchObject([
      {
        in: 'body',
        pointer: '',
        rule: { keyword: 'syntax', params: { mediaType: 'application/xml' } },
      },
    ]);
  });
});

test('an answer in XML is sent without what XML cannot carry, and says so', async () => {
  const properties = { id: { type: 'integer' }, 'a b': { type: 'string' } };
  const content = {
    'application/xml': { schema: { type: 'object', properties }, example: { id: 1, 'a b': 'c' } },
  };
  const ask = mockOf(
    { paths: { '/a': { get: { responses: { 200: { content } } } } } },
    { brokenAnswers: 'report' },
  );
  const response = await ask('/a');
  expect([response.status, await response.text()]).toEqual([
    200,
    '<?xml version="1.0" encoding="UTF-8"?>\n<xml><id>1</id></xml>',
  ]);
  expect(JSON.parse(response.headers.get('x-mock-violations') ?? '')).toEqual([
    {
      in: 'body',
      pointer: '/a b',
      keyword: 'xml',
      expected: 'a value that XML can carry',
      found: '"a b" cannot name an element or attribute.',
    },
  ]);
});
