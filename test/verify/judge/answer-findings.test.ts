import { describe, expect, test } from 'vitest';
import { createContractChecks } from '../../../src/contract/validate/contract-checks.ts';
import { findAnswerBreaches } from '../../../src/verify/judge/answer-findings.ts';
import { contractWith } from '../../support/test-contract.ts';

const schema = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'integer' },
    secret: { type: 'string', writeOnly: true },
    list: { type: 'array', items: { type: 'integer' } },
  },
};
const { contract, operation } = contractWith({
  operationId: 'one',
  responses: {
    200: {
      description: 'Fine.',
      headers: { 'X-Count': { required: true, schema: { type: 'integer' } } },
      content: { 'application/json': { schema } },
    },
  },
});
const { checkResponse } = createContractChecks(contract);

/** Says what an answer breaks. */
function judge(status: number, given: object, body: unknown) {
  const all = { 'content-type': 'application/json', 'x-count': '1', ...given };
  const headers = new Headers(Object.entries(all).filter(([, value]) => value !== undefined));
  const violations = checkResponse(operation, { status, headers, body });
  return findAnswerBreaches(contract, operation, { status, headers, violations, curl: 'curl' });
}

describe('findAnswerBreaches', () => {
  test.for<[string, number, object, unknown, readonly string[]]>([
    ['what the contract says', 200, {}, { id: 1 }, []],
    ['further members', 200, {}, { id: 1, more: 2 }, []],
    ['an undocumented status', 201, {}, {}, ['undocumented-status answer status: 201']],
    [
      'a redirect',
      302,
      { location: 'https://b.test/secret' },
      '',
      [
        'undocumented-status answer status: 302, a redirect to https://b.test, which is not followed',
      ],
    ],
    [
      'a redirect below itself',
      302,
      { location: '/b' },
      '',
      ['undocumented-status answer status: 302'],
    ],
    ['a failure', 500, {}, {}, ['server-error answer status: 500']],
    ['a method that is not allowed', 405, {}, {}, []],
    ['a server that is busy', 429, {}, {}, []],
    [
      'another media type',
      200,
      { 'content-type': 'text/html' },
      '<p>',
      ['undocumented-media-type answer 200 header /content-type: string "text/html"'],
    ],
    [
      'a wrong header',
      200,
      { 'x-count': 'no' },
      { id: 1 },
      ['answer-breaks-schema answer 200 header /x-count: string "no"'],
    ],
    [
      'no header',
      200,
      { 'x-count': undefined },
      { id: 1 },
      ['missing-header answer 200 header /x-count: nothing'],
    ],
    [
      'a wrong type',
      200,
      {},
      { id: '1' },
      ['answer-breaks-schema answer 200 body /id: string "1"'],
    ],
    [
      'a secret',
      200,
      {},
      { id: 1, secret: 'sesame' },
      ['shows-secret answer 200 body /secret: its value'],
    ],
  ])('of %s', ([, status, headers, body, said]) => {
    const lines = judge(status, headers, body).map(
      ({ kind, where, found }) => `${kind} ${where}: ${found}`,
    );
    expect(lines).toEqual(said);
  });

  test('are of one cause for all items of a list', () => {
    const causes = judge(200, {}, { id: 1, list: ['a', 'b'] }).map(({ cause }) => cause);
    expect(causes).toHaveLength(2);
    expect(new Set(causes).size).toBe(1);
  });
});
