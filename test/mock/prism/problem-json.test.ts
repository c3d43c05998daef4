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
import type { Violation } from '../../../src/contract/model/violation.ts';
import type { InternalCause, Refusal, RefusalKind } from '../../../src/mock/authoring/refusal.ts';
import { formatProblem } from '../../../src/mock/prism/problem-json.ts';

const request = {
  method: 'PUT',
  path: '/a',
  query: new URLSearchParams(),
  headers: new Headers({ accept: 'image/png' }),
  operation: undefined,
};
const broken: Violation = {
  in: 'query',
  pointer: '/page',
  rule: { keyword: 'required', params: {} },
};
const violations = [broken];
const named = {
  location: ['query'],
  severity: 'Error',
  code: 'required',
  message: "Request query must have required property 'page'",
};

const REFUSALS: Readonly<Record<RefusalKind, Refusal>> = {
  'unknown-path': { kind: 'unknown-path' },
  'unknown-method': { kind: 'unknown-method', allowed: ['GET', 'HEAD'] },
  unauthenticated: { kind: 'unauthenticated', violations },
  'body-too-large': { kind: 'body-too-large', limit: 6, size: 27 },
  'malformed-body': { kind: 'malformed-body', mediaType: 'application/json', reason: 'Oops' },
  'unsupported-media-type': { kind: 'unsupported-media-type', violations },
  'invalid-request': { kind: 'invalid-request', violations },
  'not-acceptable': { kind: 'not-acceptable', violations },
  'invalid-setting': { kind: 'invalid-setting', violations, message: 'Unknown scenario "x".' },
  internal: { kind: 'internal', cause: { type: 'fault' } },
};

const bodyOf = (refusal: Refusal) => formatProblem(refusal, request).body;

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
    ['invalid-setting', 422, 'UNPROCESSABLE_ENTITY'],
    ['internal', 500, 'VIOLATIONS'],
  ])('words %s as %d %s', (kind, status, code) => {
    expect(formatProblem(REFUSALS[kind], request)).toMatchObject({
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
    ['invalid-setting', UNPROCESSABLE_ENTITY],
    ['not-acceptable', NOT_ACCEPTABLE],
    ['internal', VIOLATIONS],
  ])('names %s as Prism does', (kind, { title, status }) => {
    expect(bodyOf(REFUSALS[kind])).toMatchObject({ title, status });
  });

  test.each<[kind: RefusalKind, detail: string]>([
    ['unknown-path', "The route /a hasn't been found in the specification file"],
    ['unknown-method', 'The route /a has been matched, but it does not have "put" method defined'],
    ['invalid-setting', 'Unknown scenario "x".'],
    ['not-acceptable', 'Unable to find content for image/png'],
    ['malformed-body', 'body: expected application/json, got string "Oops"'],
    ['body-too-large', 'body: expected at most 6 bytes, got string "27 bytes"'],
  ])('explains %s', (kind, detail) => {
    expect(bodyOf(REFUSALS[kind])).toMatchObject({ detail });
  });

  test('explains where an API is, between several', () => {
    expect(bodyOf({ kind: 'unknown-path', mounts: ['/b', '/c'] })).toMatchObject({
      detail: 'path: expected a path below /b, /c, got string "/a"',
    });
  });

  test.each<[pointer: string, found: unknown, line: string]>([
    ['/prefer/code', 'x', 'cannot decode "x", should be a number'],
    ['/__code', 'x', 'cannot decode "x", should be a number'],
    ['/prefer/code', '999', 'cannot decode "999", should be a status from 200 to 599'],
    ['/prefer/dynamic', 'x', 'cannot decode "x", should be a boolean'],
    ['/prefer/seed', true, 'cannot decode true, should be string'],
  ])('draws the preference at %s, found %s, as Prism does', (pointer, found, line) => {
    const name = pointer.replace(/^.*[/_]/, '');
    const rule = { keyword: 'preference', params: { name } };
    const refused = { in: 'header', pointer, rule, found } as const;
    const body = bodyOf({ kind: 'invalid-setting', violations: [refused], message: '' });
    expect(body).toMatchObject({ detail: `optional property "${name}"\n└─ ${line}` });
    expect(body).not.toHaveProperty('validation');
  });

  test('lists in Prism’s words what breaks a request', () => {
    expect(bodyOf(REFUSALS['invalid-request'])).toMatchObject({ validation: [named] });
  });

  test.each<[cause: InternalCause, validation: object]>([
    [
      {
        type: 'invalid-reply',
        violations: [
          {
            in: 'body',
            pointer: '/a',
            rule: { keyword: 'type', params: { type: 'string' }, message: 'must be string' },
          },
        ],
      },
      {
        location: ['response', 'body', 'a'],
        severity: 'Error',
        code: 'type',
        message: 'Response body property a must be string',
      },
    ],
    [
      { type: 'fault' },
      {
        location: ['response', 'status'],
        severity: 'Error',
        code: 'fault',
        message: 'Response is replaced by a fault',
      },
    ],
    [
      { type: 'full-sandbox', message: 'A sandbox holds at most 1 rows.' },
      {
        location: ['response', 'status'],
        severity: 'Error',
        code: 'full-sandbox',
        message: 'A sandbox holds at most 1 rows.',
      },
    ],
  ])('lists the cause %j of an internal error, in a header as well', (cause, validation) => {
    const reply = formatProblem({ kind: 'internal', cause }, request);
    expect(reply.body).toMatchObject({ validation: [validation] });
    expect(JSON.parse(String(reply.headers?.['sl-violations']))).toEqual([validation]);
  });

  test('has 507 for a change that is not kept', () => {
    const cause = { type: 'unavailable-state', message: 'The disk is full.' } as const;
    expect(formatProblem({ kind: 'internal', cause }, request)).toEqual({
      status: 507,
      mediaType: 'application/problem+json',
      body: {
        type: 'https://stoplight.io/prism/errors#STATE_NOT_KEPT',
        title: 'The server cannot keep changes at present',
        status: 507,
        detail: 'The disk is full.',
      },
    });
  });

  test('shows an exception as Prism does', () => {
    const type = 'https://stoplight.io/prism/errors#UNKNOWN';
    expect(bodyOf({ kind: 'internal', cause: { type: 'crash', message: 'Oops' } })).toEqual({
      type,
      title: 'Oops',
      status: 500,
      detail: '',
    });
  });

  test('names the methods that are allowed', () => {
    const reply = formatProblem(REFUSALS['unknown-method'], request);
    expect(reply.headers).toEqual({ allow: 'GET, HEAD' });
  });
});
