import {
  INVALID_CONTENT_TYPE,
  NO_METHOD_MATCHED_ERROR,
  NO_PATH_MATCHED_ERROR,
  NOT_ACCEPTABLE,
  UNAUTHORIZED,
  UNPROCESSABLE_ENTITY,
  VIOLATIONS,
} from '@stoplight/prism-http';
import { describe, expect, test } from 'vitest';
import type { Violation } from '../../src/contract/violation.ts';
import { formatProblem } from '../../src/mock/problem-json.ts';
import type { RefusalKind } from '../../src/mock/refusal.ts';

const request = {
  method: 'PUT',
  path: '/a',
  query: new URLSearchParams(),
  headers: new Headers({ accept: 'image/png' }),
  operation: undefined,
};
const broken = { in: 'query', pointer: '/page', keyword: 'required', expected: 'a value' } as const;
const named = {
  location: ['query'],
  severity: 'Error',
  code: 'required',
  message: "Request query must have required property 'page'",
};

function bodyOf(kind: RefusalKind, violation: Violation = broken) {
  return formatProblem({ kind, violations: [violation] }, request).body;
}

describe('formatProblem', () => {
  test.each<[kind: RefusalKind, status: number, code: string]>([
    ['unknown-path', 404, 'NO_PATH_MATCHED_ERROR'],
    ['unknown-method', 405, 'NO_METHOD_MATCHED_ERROR'],
    ['unauthenticated', 401, 'UNAUTHORIZED'],
    ['body-too-large', 413, 'BODY_TOO_LARGE'],
    ['malformed-body', 400, 'INVALID_BODY'],
    ['unsupported-media-type', 415, 'INVALID_CONTENT_TYPE'],
    ['invalid-request', 422, 'UNPROCESSABLE_ENTITY'],
    ['not-acceptable', 406, 'NOT_ACCEPTABLE'],
    ['internal', 500, 'VIOLATIONS'],
  ])('words %s as %d %s', (kind, status, code) => {
    const reply = formatProblem({ kind, violations: [broken] }, request);
    expect(reply).toMatchObject({
      status,
      mediaType: 'application/problem+json',
      body: {
        type: `https://stoplight.io/prism/errors#${code}`,
        title: expect.stringMatching(/^[A-Z]/),
        status,
        detail: expect.stringMatching(/./),
      },
    });
  });

  test.each<[kind: RefusalKind, template: { title: string; status: number }]>([
    ['unknown-path', NO_PATH_MATCHED_ERROR],
    ['unknown-method', NO_METHOD_MATCHED_ERROR],
    ['unauthenticated', UNAUTHORIZED],
    ['unsupported-media-type', INVALID_CONTENT_TYPE],
    ['invalid-request', UNPROCESSABLE_ENTITY],
    ['not-acceptable', NOT_ACCEPTABLE],
    ['internal', VIOLATIONS],
  ])('names %s as Prism does', (kind, { title, status }) => {
    expect(formatProblem({ kind, violations: [] }, request).body).toMatchObject({ title, status });
  });

  test.each<[kind: RefusalKind, detail: string]>([
    ['unknown-path', "The route /a hasn't been found in the specification file"],
    ['unknown-method', 'The route /a has been matched, but it does not have "put" method defined'],
    ['not-acceptable', 'Unable to find content for image/png'],
    ['malformed-body', 'query at /page: expected a value, got nothing'],
  ])('explains %s', (kind, detail) => {
    expect(bodyOf(kind)).toMatchObject({ detail });
  });

  test('explains where an API is, between several', () => {
    const violation = { ...broken, in: 'path', keyword: 'mount' } as const;
    expect(bodyOf('unknown-path', violation)).toMatchObject({
      detail: 'path at /page: expected a value, got nothing',
    });
  });

  test.each<[pointer: string, found: unknown, line: string]>([
    ['/prefer/code', 'x', 'cannot decode "x", should be a number'],
    ['/__code', 'x', 'cannot decode "x", should be a number'],
    ['/prefer/dynamic', 'x', 'cannot decode "x", should be a boolean'],
    ['/prefer/seed', true, 'cannot decode true, should be string'],
  ])('draws the preference at %s as Prism does', (pointer, found, line) => {
    const name = pointer.replace(/^.*[/_]/, '');
    const body = bodyOf('invalid-request', { ...broken, keyword: 'preference', pointer, found });
    expect(body).toMatchObject({ detail: `optional property "${name}"\n└─ ${line}` });
    expect(body).not.toHaveProperty('validation');
  });

  test('lists in Prism’s words what breaks a request', () => {
    expect(bodyOf('invalid-request')).toMatchObject({ validation: [named] });
  });

  test('lists what breaks an answer, in a header as well', () => {
    const violation = { in: 'body', pointer: '/a', keyword: 'type', expected: 'string' } as const;
    const reply = formatProblem({ kind: 'internal', violations: [violation] }, request);
    const validation = [
      {
        location: ['response', 'body', 'a'],
        severity: 'Error',
        code: 'type',
        message: 'Response body property a must be string',
      },
    ];
    expect(reply.body).toMatchObject({ validation });
    expect(JSON.parse(reply.headers?.['sl-violations'] ?? '')).toEqual(validation);
  });

  test('shows an exception as Prism does', () => {
    const crash = { in: 'status', pointer: '', keyword: 'exception', found: 'Oops' } as const;
    const type = 'https://stoplight.io/prism/errors#UNKNOWN';
    expect(bodyOf('internal', { ...crash, expected: 'an answer' })).toEqual({
      type,
      title: 'Oops',
      status: 500,
      detail: '',
    });
  });

  test('names the methods that are allowed', () => {
    const allowed = ['GET', 'HEAD'];
    const reply = formatProblem({ kind: 'unknown-method', violations: [], allowed }, request);
    expect(reply.headers).toEqual({ allow: 'GET, HEAD' });
  });
});
