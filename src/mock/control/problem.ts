import { formatDescribed } from '../../contract/model/describe-violation.ts';
import { describeRefusal } from '../authoring/describe-refusal.ts';
import type { FormatError, Refusal } from '../authoring/refusal.ts';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  406: 'Not acceptable',
  413: 'Body too large',
  415: 'Unsupported media type',
  422: 'Unprocessable content',
  500: 'Internal error',
  503: 'Service unavailable',
  507: 'Insufficient storage',
};

const STATUSES: Record<Refusal['kind'], number> = {
  'unknown-path': 404,
  'unknown-method': 405,
  unauthenticated: 401,
  'body-too-large': 413,
  'malformed-body': 400,
  'unsupported-media-type': 415,
  'invalid-request': 422,
  'not-acceptable': 406,
  'invalid-setting': 422,
  internal: 500,
};

/** Problem details object, https://www.rfc-editor.org/rfc/rfc9457#section-3. */
export function problem<Status extends number>(status: Status, detail: string) {
  const title: string = TITLES[status] ?? 'Error';
  const body = { type: 'about:blank', title, status, detail };
  return { status, mediaType: 'application/problem+json', body };
}

/** Error format of the control API: a problem whose `detail` lists all violations. */
export const formatError: FormatError = (refusal, request) => {
  const status = statusOf(refusal);
  const lines = describeRefusal(refusal, request).map(formatDescribed);
  const reply = problem(status, lines.join('\n') || (TITLES[status] ?? refusal.kind));
  if (refusal.kind !== 'unknown-method') return reply;
  return { ...reply, headers: { allow: refusal.allowed.join(', ') } };
};

function statusOf(refusal: Refusal): number {
  if (refusal.kind !== 'internal' || refusal.cause.type !== 'unavailable-state') {
    return STATUSES[refusal.kind];
  }
  return refusal.cause.retryAfter === undefined ? 507 : 503;
}
