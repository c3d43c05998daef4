import { describe, expect, test } from 'vitest';
import type { Case } from '../../../src/cases/case.ts';
import { judgeCase } from '../../../src/verify/judge/judge-case.ts';
import { contractWith } from '../../support/test-contract.ts';

type Role = Parameters<typeof judgeCase>[2];

interface Given {
  readonly method?: string;
  readonly role?: Role;
  readonly responses?: object;
  readonly body?: unknown;
}

/** What is said of an answer to a case: kind and severity. */
function judge(one: Partial<Case>, status: number, given: Given = {}) {
  const { method = 'get', role, body = {} } = given;
  const { responses = { 200: { description: 'Fine.' }, 404: { description: 'None.' } } } = given;
  const { contract, operation } = contractWith({ operationId: 'one', responses }, {}, method);
  const request = {
    method: method.toUpperCase(),
    path: '/things/1',
    parameters: [],
    pathParameters: {},
    query: {},
    headers: {},
    fixed: new Set<string>(),
  };
  const whole: Case = {
    kind: 'violation',
    title: 'x',
    where: 'query q',
    isAllowed: false,
    ...one,
    operation,
    request,
  };
  const isSuccess = status < 300;
  return judgeCase(contract, whole, role, { status, body, isSuccess, curl: 'curl' });
}

const show = (finding: ReturnType<typeof judge>) =>
  finding && `${finding.severity} ${finding.kind}`;
const keyword = (name: string) =>
  ({ constraint: { in: 'query', pointer: '', keyword: name } }) as const;

describe('judgeCase', () => {
  test.for<[string, Partial<Case>, number, Given, string | undefined]>([
    ['a violation that is refused', {}, 400, {}, undefined],
    ['a violation that is not found', {}, 404, {}, undefined],
    ['a violation that is accepted', keyword('minimum'), 200, {}, 'error accepted-forbidden'],
    ['a format that is not checked', keyword('format'), 200, {}, 'warning accepted-forbidden'],
    ['another method', { kind: 'method' }, 200, {}, 'warning accepted-forbidden'],
    ['another media type', { kind: 'media-type' }, 200, {}, 'warning accepted-forbidden'],
    ['no credentials', { kind: 'credentials' }, 200, {}, 'error open-without-credentials'],
    ['no credentials, as a redirect', { kind: 'credentials' }, 302, {}, undefined],
    ['a request that is allowed', { isAllowed: true }, 200, {}, undefined],
    ['one that is refused for its state', { isAllowed: true }, 409, {}, undefined],
    ['one that needs more rights', { isAllowed: true }, 403, {}, undefined],
    ['one that is not found', { isAllowed: true }, 404, {}, undefined],
    ['one that is refused for its form', { isAllowed: true }, 400, {}, 'error refused-allowed'],
    ['one that is refused for its body', { isAllowed: true }, 422, {}, 'error refused-allowed'],
    ['an unknown id', { kind: 'unknown-id' }, 404, { role: 'show' }, undefined],
    ['one that is shown', { kind: 'unknown-id' }, 200, { role: 'show' }, 'error unknown-id-found'],
    ['one that is removed again', { kind: 'unknown-id' }, 200, { role: 'remove' }, undefined],
    ['one that lists nothing', { kind: 'unknown-id' }, 200, { role: 'list' }, undefined],
    [
      'one that a PUT makes',
      { kind: 'unknown-id' },
      200,
      { role: 'change', method: 'put' },
      undefined,
    ],
    ['one of no collection', { kind: 'unknown-id' }, 200, {}, 'warning unknown-id-found'],
    [
      'one that no 404 is documented for',
      { kind: 'unknown-id' },
      200,
      { role: 'show', responses: { 200: { description: 'Fine.' } } },
      undefined,
    ],
    [
      'a failure that is documented',
      {},
      500,
      { responses: { 500: { description: 'Broken.' } } },
      'error server-error',
    ],
    // Said of the answer already.
    ['a failure that is not', {}, 500, {}, undefined],
    ['a server that is busy', {}, 503, { responses: { 503: { description: 'Busy.' } } }, undefined],
  ])('of %s', ([, one, status, given, said]) => {
    expect(show(judge(one, status, given))).toBe(said);
  });

  test('shows the reason of a refusal, but not the whole of it', () => {
    const found = judge({ isAllowed: true }, 400, { body: { detail: 'x'.repeat(500) } })?.found;
    expect(found).toMatch(/^status 400: {"detail":"x+…$/);
    expect(found?.length).toBeLessThan(190);
  });

  test('is one finding for each rule, and for each kind of credentials', () => {
    const causes = [
      judge(keyword('minimum'), 200),
      judge(keyword('maximum'), 200),
      judge({ kind: 'credentials', title: 'no credentials' }, 200),
      judge({ kind: 'credentials', title: 'wrong credentials' }, 200),
    ].map((finding) => finding?.cause);
    expect(new Set(causes).size).toBe(4);
  });
});
