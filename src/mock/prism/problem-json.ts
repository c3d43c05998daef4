import { formatDescribed } from '../../contract/model/describe-violation.ts';
import type { Violation } from '../../contract/model/violation.ts';
import { describeRefusal } from '../authoring/describe-refusal.ts';
import type {
  ApiRequest,
  FormatError,
  InternalCause,
  Refusal,
  RefusalKind,
} from '../authoring/refusal.ts';
import type { Reply } from '../authoring/reply.ts';
import { type Diagnostic, diagnose } from './diagnostic.ts';
import { reportDiagnostics, toSentDiagnostic } from './report-diagnostics.ts';

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
}

/** Statuses, codes and titles of Prism's problems, so that tests written for Prism still pass. */
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
  'invalid-setting': {
    status: 422,
    code: 'UNPROCESSABLE_ENTITY',
    title: 'Invalid request',
  },
  internal: { status: 500, code: 'VIOLATIONS', title: 'Request/Response not valid' },
};

const MISSING: Problem = {
  status: 404,
  code: 'NOT_FOUND',
  title: 'The requested resource does not exist',
};

const FLAWED: Problem = {
  status: 500,
  code: 'INVALID_DOCUMENT',
  title: 'The document cannot be served here',
};

const UNREACHABLE: Problem = {
  status: 503,
  code: 'STATE_NOT_REACHED',
  title: 'The server cannot reach its state at present',
};

const UNAVAILABLE: Problem = {
  status: 507,
  code: 'STATE_NOT_KEPT',
  title: 'The server cannot keep changes at present',
};

const DETAILS = {
  unauthenticated:
    'Your request does not fullfil the security requirements and no HTTP unauthorized response was found in the spec, so Prism is generating this error for you.',
  invalidRequest:
    'Your request is not valid and no HTTP validation response was found in the spec, so Prism is generating this error for you.',
  internal:
    'Your request/response is not valid and the --errors flag is set, so Prism is generating this error for you.',
};

/** Formats a refusal as Prism does: a problem, https://www.rfc-editor.org/rfc/rfc9457#section-3. */
export const formatProblem: FormatError = (refusal, request) => {
  if (refusal.kind === 'internal') return formatInternal(refusal.cause);
  const validation =
    refusal.kind === 'invalid-request' ? diagnose(refusal.violations, 'request') : [];
  if (refusal.kind === 'unknown-path' && refusal.missing !== undefined) {
    return writeProblem(MISSING, refusal.missing, []);
  }
  const headers = refusal.kind === 'unknown-method' ? { allow: refusal.allowed.join(', ') } : {};
  const reply = writeProblem(PROBLEMS[refusal.kind], describe(refusal, request), validation);
  return { ...reply, headers };
};

function writeProblem(
  { status, code, title }: Problem,
  detail: string,
  validation: object[],
): Reply {
  return {
    status,
    mediaType: 'application/problem+json',
    body: {
      type: `https://stoplight.io/prism/errors#${code}`,
      title,
      status,
      detail,
      ...(validation.length > 0 && { validation }),
    },
  };
}

function describe(
  refusal: Exclude<Refusal, { readonly kind: 'internal' }>,
  request: ApiRequest,
): string {
  const { method, path, headers } = request;
  switch (refusal.kind) {
    case 'unknown-path':
      // With `mounts`, no API has the path, so there is no one specification file.
      return refusal.mounts === undefined
        ? `The route ${path} hasn't been found in the specification file`
        : listLines(refusal, request);
    case 'unknown-method':
      return `The route ${path} has been matched, but it does not have "${method.toLowerCase()}" method defined`;
    case 'unauthenticated':
      return DETAILS.unauthenticated;
    case 'unsupported-media-type':
      return diagnose(refusal.violations, 'request')
        .map(({ message }) => message)
        .join('\n');
    case 'invalid-request':
      return DETAILS.invalidRequest;
    case 'invalid-setting':
      return (
        refusal.violations.filter(isPreference).map(describePreference).join('\n') ||
        refusal.message
      );
    case 'not-acceptable':
      return `Unable to find content for ${headers.get('accept')}`;
    case 'body-too-large':
    case 'malformed-body':
      return listLines(refusal, request);
  }
}

function listLines(refusal: Refusal, request: ApiRequest): string {
  return describeRefusal(refusal, request).map(formatDescribed).join('\n');
}

/** Whether a violation is in a preference, for which Prism has messages of its own. */
function isPreference({ rule }: Violation): boolean {
  return rule.keyword === 'preference';
}

/** Formats the error as io-ts does in Prism. */
function describePreference({ rule, found }: Violation): string {
  const { name } = rule.params;
  const expected = found === true ? 'string' : kindOf(name, found);
  return `optional property "${name}"\n└─ cannot decode ${JSON.stringify(found)}, should be ${expected}`;
}

function kindOf(name: unknown, found: unknown): string {
  if (name !== 'code') return 'a boolean';
  // Three digits are a number to Prism, which sends them as the status if there is a `default`.
  return /^\d{3}$/.test(String(found)) ? 'a status from 200 to 599' : 'a number';
}

function formatInternal(cause: InternalCause): Reply {
  if (cause.type === 'crash') return formatCrash(cause.message);
  if (cause.type === 'flaw') return writeProblem(FLAWED, cause.message, []);
  if (cause.type === 'unavailable-state') {
    const problem = cause.retryAfter === undefined ? UNAVAILABLE : UNREACHABLE;
    return writeProblem(problem, cause.message, []);
  }
  const diagnostics = diagnoseCause(cause);
  const validation = diagnostics.map((one) => toSentDiagnostic(one, 'response'));
  const reply = writeProblem(PROBLEMS.internal, DETAILS.internal, validation);
  return reportDiagnostics(reply, diagnostics, 'response');
}

function diagnoseCause(cause: InternalCause): Diagnostic[] {
  if (cause.type === 'invalid-reply') return diagnose(cause.violations, 'response');
  const about = { location: ['status'], severity: 'Error', code: cause.type } as const;
  if (cause.type === 'fault') return [{ ...about, message: 'Response is replaced by a fault' }];
  return cause.type === 'full-sandbox' ? [{ ...about, message: cause.message }] : [];
}

function formatCrash(title: string): Reply {
  return {
    status: 500,
    mediaType: 'application/problem+json',
    body: { type: 'https://stoplight.io/prism/errors#UNKNOWN', title, status: 500, detail: '' },
  };
}
