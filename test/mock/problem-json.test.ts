import {
  INVALID_CONTENT_TYPE,
  NO_METHOD_MATCHED_ERROR,
  NO_PATH_MATCHED_ERROR,
  NOT_ACCEPTABLE,
  UNAUTHORIZED,
  UNPROCESSABLE_ENTITY,
} from '@stoplight/prism-http';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/mock/problem-json.ts';
import type { RefusalKind } from '../../src/mock/refusal.ts';

const request = { method: 'GET', path: '/a', headers: new Headers(), operation: undefined };
const broken = { in: 'query', pointer: '/page', keyword: 'required', expected: 'a value' } as const;

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
        detail: 'query at /page: expected a value, got nothing',
        validation: [broken],
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
  ])('words %s as Prism does', (kind, { title, status }) => {
    expect(formatProblem({ kind, violations: [] }, request).body).toMatchObject({ title, status });
  });

  test('names the methods that are allowed', () => {
    const allowed = ['GET', 'HEAD'];
    const reply = formatProblem({ kind: 'unknown-method', violations: [], allowed }, request);
    expect(reply.headers).toEqual({ allow: 'GET, HEAD' });
    expect(reply.body).toMatchObject({ detail: 'Known methods: GET, HEAD.' });
  });

  test('has no list of violations where there is none', () => {
    const { body } = formatProblem({ kind: 'unknown-path', violations: [] }, request);
    expect(body).not.toHaveProperty('validation');
  });
});
