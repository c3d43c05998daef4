import type { Violation } from '../contract/violation.ts';
import { formatViolation } from '../contract/violation.ts';
import { diagnose } from './prism-diagnostic.ts';
import type { FormatError, Refusal, RefusalKind, RefusedRequest, Reply } from './refusal.ts';
import { placeIn, reportDiagnostics } from './report-diagnostics.ts';

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
  internal: { status: 500, code: 'VIOLATIONS', title: 'Request/Response not valid' },
};

const DETAILS = {
  unauthenticated:
    'Your request does not fullfil the security requirements and no HTTP unauthorized response was found in the spec, so Prism is generating this error for you.',
  invalidRequest:
    'Your request is not valid and no HTTP validation response was found in the spec, so Prism is generating this error for you.',
  internal:
    'Your request/response is not valid and the --errors flag is set, so Prism is generating this error for you.',
};

/** Error format of an API without one of its own: `application/problem+json` (RFC 9457) in Prism's words. */
export const formatProblem: FormatError = (refusal, request) => {
  if (isCrash(refusal)) return formatCrash(refusal);
  const { status, code, title } = PROBLEMS[refusal.kind];
  const validation = listValidation(refusal);
  const reply: Reply = {
    status,
    mediaType: 'application/problem+json',
    headers: refusal.allowed === undefined ? {} : { allow: refusal.allowed.join(', ') },
    body: {
      type: `https://stoplight.io/prism/errors#${code}`,
      title,
      status,
      detail: describe(refusal, request),
      ...(validation.length > 0 && { validation }),
    },
  };
  if (refusal.kind !== 'internal') return reply;
  return reportDiagnostics(reply, diagnose(refusal.violations, 'response'), 'response');
};

/** The whole story is in `X-Mock-Violations`; Prism lists what breaks a schema, and nothing else. */
function listValidation({ kind, violations }: Refusal) {
  if (kind === 'internal') {
    return diagnose(violations, 'response').map((one) => placeIn(one, 'response'));
  }
  if (kind !== 'invalid-request') return [];
  return diagnose(
    violations.filter(({ keyword }) => keyword !== 'preference'),
    'request',
  );
}

function describe(
  { kind, violations }: Refusal,
  { method, path, headers }: RefusedRequest,
): string {
  switch (kind) {
    case 'unknown-path':
      // Between several APIs there is no specification file to speak of.
      if (violations.some(({ keyword }) => keyword === 'mount')) return listLines(violations);
      return `The route ${path} hasn't been found in the specification file`;
    case 'unknown-method':
      return `The route ${path} has been matched, but it does not have "${method.toLowerCase()}" method defined`;
    case 'unauthenticated':
      return DETAILS.unauthenticated;
    case 'unsupported-media-type':
      return diagnose(violations, 'request')
        .map(({ message }) => message)
        .join('\n');
    case 'invalid-request':
      return (
        violations.filter(isPreference).map(describePreference).join('\n') || DETAILS.invalidRequest
      );
    case 'not-acceptable':
      return `Unable to find content for ${headers.get('accept')}`;
    case 'internal':
      return DETAILS.internal;
    case 'body-too-large':
    case 'malformed-body':
      return listLines(violations);
  }
}

function listLines(violations: readonly Violation[]): string {
  return violations.map(formatViolation).join('\n');
}

export function isPreference({ keyword }: Violation): boolean {
  return keyword === 'preference';
}

/** As io-ts draws what it cannot decode. */
function describePreference({ pointer, found }: Violation): string {
  const name = pointer.replace(/^.*[/_]/, '');
  const kind = name === 'code' ? 'a number' : 'a boolean';
  const expected = found === true ? 'string' : kind;
  return `optional property "${name}"\n└─ cannot decode ${JSON.stringify(found)}, should be ${expected}`;
}

function isCrash({ kind, violations }: Refusal): boolean {
  return kind === 'internal' && violations.some(({ keyword }) => keyword === 'exception');
}

function formatCrash({ violations }: Refusal): Reply {
  const title = String(violations[0]?.found);
  return {
    status: 500,
    mediaType: 'application/problem+json',
    body: { type: 'https://stoplight.io/prism/errors#UNKNOWN', title, status: 500, detail: '' },
  };
}
