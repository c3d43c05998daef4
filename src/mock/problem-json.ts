import { formatViolation } from '../contract/violation.ts';
import type { FormatError, Refusal, RefusalKind } from './refusal.ts';

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
}

/** Statuses and names as Prism gives them, so that a test written against Prism reads the same. */
const PROBLEMS: Record<RefusalKind, Problem> = {
  'unknown-path': {
    status: 404,
    code: 'NO_PATH_MATCHED_ERROR',
    title: 'Route not resolved, no path matched',
  },
  'unknown-method': {
    status: 405,
    code: 'NO_METHOD_MATCHED_ERROR',
    title: 'Route resolved, but no method matched',
  },
  unauthenticated: { status: 401, code: 'UNAUTHORIZED', title: 'Invalid security scheme used' },
  'body-too-large': { status: 413, code: 'BODY_TOO_LARGE', title: 'Body is too large' },
  'malformed-body': { status: 400, code: 'INVALID_BODY', title: 'Body cannot be parsed' },
  'unsupported-media-type': {
    status: 415,
    code: 'INVALID_CONTENT_TYPE',
    title: 'Invalid content type',
  },
  'invalid-request': { status: 422, code: 'UNPROCESSABLE_ENTITY', title: 'Invalid request' },
  'not-acceptable': {
    status: 406,
    code: 'NOT_ACCEPTABLE',
    title: 'The server cannot produce a representation for your accept header',
  },
  internal: { status: 500, code: 'VIOLATIONS', title: 'No answer by the contract can be made' },
};

/** Error format of an API without one of its own: `application/problem+json`, RFC 9457. */
export const formatProblem: FormatError = (refusal) => {
  const { status, code, title } = PROBLEMS[refusal.kind];
  return {
    status,
    mediaType: 'application/problem+json',
    headers: refusal.allowed === undefined ? {} : { allow: refusal.allowed.join(', ') },
    body: {
      type: `https://stoplight.io/prism/errors#${code}`,
      title,
      status,
      detail: describe(refusal),
      ...(refusal.violations.length > 0 && { validation: refusal.violations }),
    },
  };
};

function describe(refusal: Refusal): string {
  if (refusal.allowed !== undefined) return `Known methods: ${refusal.allowed.join(', ')}.`;
  return refusal.violations.map(formatViolation).join('\n');
}
