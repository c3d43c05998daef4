import type { ApiRequest, FormatError, Reply, Violation } from '../../src/mock/authoring/index.ts';
import {
  type FailedRequest,
  failBinding,
  loginRequired,
  undecodableId,
  undecodableIds,
} from './envelope.ts';

/** Names of Go fields that are not the member name in PascalCase. */
const GO_FIELDS: Readonly<Record<string, string>> = {
  ids: 'ShareIDs',
  otp: 'OTP',
  session_id: 'SessionID',
};
const MOST = 2 ** 63;

/**
 * Error format of the open-source server: HTTP 200 with `code` and `msg`, and plain text for
 * unknown routes.
 *
 * Binding errors name the first invalid field and have no `correlation_id`; all others have one.
 */
export const formatError: FormatError = (refusal, request) => {
  switch (refusal.kind) {
    case 'unknown-path':
    case 'unknown-method':
      return { status: 404, mediaType: 'text/plain', body: '404 page not found' };
    case 'internal':
      return { status: 500 };
    case 'unauthenticated':
      return loginRequired(failedRequest(request));
    case 'body-too-large':
    case 'malformed-body':
    case 'unsupported-media-type':
    case 'not-acceptable':
      return failBinding('Parameter error');
    case 'invalid-setting':
      return failBinding(refusal.message);
    case 'invalid-request':
      return refuseInvalid(chooseFirst(refusal.violations), request);
  }
};

function refuseInvalid(violation: Violation | undefined, request: ApiRequest): Reply {
  if (violation === undefined) return failBinding('Invalid parameters.');
  const failed = failedRequest(request);
  if (violation.in === 'path') return undecodableId(failed);
  if (isUndecodableItem(violation)) return undecodableIds(failed);
  return failBinding(describe(violation));
}

/**
 * Picks the error that the server finds first: it decodes the id in the path, parses query and
 * body, validates values, and only then parses ids.
 */
function chooseFirst(violations: readonly Violation[]): Violation | undefined {
  return (
    violations.find((violation) => violation.in === 'path') ??
    violations.find((violation) => violation.rule.keyword === 'type' && !isZeroValue(violation)) ??
    violations.find((violation) => !isUndecodableItem(violation)) ??
    violations[0]
  );
}

/** Ids in a list are decoded one by one; null counts as an empty string. */
function isUndecodableItem({ in: part, pointer, rule, found }: Violation): boolean {
  const isForm = rule.keyword === 'pattern' || found === null;
  return part === 'body' && pointer.startsWith('/ids/') && isForm;
}

/** Responses that do not come from a handler have no seeded source of ids. */
function failedRequest(request: ApiRequest): FailedRequest {
  return { request, random: { uuid: () => crypto.randomUUID() } };
}

function describe(violation: Violation): string {
  const { pointer, rule } = violation;
  const { keyword } = rule;
  const field = goField(pointer.split('/')[1] ?? '');
  if (isZeroValue(violation)) return `${field} cannot be empty`;
  if (keyword === 'type' && violation.in === 'body') return 'JSON marshall error';
  if (keyword === 'required')
    return pointer === '' ? 'Parameter error' : `${field} cannot be empty`;
  if (typeof violation.found === 'number' && Math.abs(violation.found) >= MOST) {
    return 'Parameter error';
  }
  if (keyword === 'minimum' || keyword === 'minLength') return `${field} too short`;
  if (keyword === 'maximum' || keyword === 'maxLength') return `${field} too long`;
  if (['pattern', 'format'].includes(keyword) && field === 'Email') return 'Email format error';
  return violation.in === 'body' ? 'Invalid parameters.' : 'Parameter error';
}

/**
 * Whether a value is the zero value of its Go type, as null, 0 and `""` are, and so counts as
 * absent. A JSON string is never a number.
 */
function isZeroValue({ in: part, pointer, rule, found }: Violation): boolean {
  if (pointer === '') return false;
  return (
    found === null ||
    ((found === 0 || found === '') && (rule.keyword !== 'type' || part === 'query'))
  );
}

function goField(name: string): string {
  const pascal = name.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return GO_FIELDS[name] ?? pascal;
}
