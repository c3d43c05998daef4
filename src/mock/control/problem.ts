import { formatViolation } from '../../contract/violation.ts';
import type { FormatError, Refusal } from '../refusal.ts';

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
  internal: 500,
};

/** Problem of RFC 9457. */
export function problem<Status extends number>(status: Status, detail: string) {
  const title: string = TITLES[status] ?? 'Error';
  const body = { type: 'about:blank', title, status, detail };
  return { status, mediaType: 'application/problem+json', body };
}

/** Words refusals of the control API: all that is wrong in one text. */
export const formatError: FormatError = ({ kind, violations, allowed }) => {
  const detail = violations.map(formatViolation).join('\n') || (TITLES[STATUSES[kind]] ?? kind);
  const reply = problem(STATUSES[kind], detail);
  return allowed === undefined ? reply : { ...reply, headers: { allow: allowed.join(', ') } };
};
