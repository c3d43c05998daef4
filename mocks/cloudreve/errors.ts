import type { Violation } from '../../src/contract/violation.ts';
import type { FormatError, RefusedRequest, Reply } from '../../src/mock/create-mock.ts';

/** Names of the server's Go fields where they are not the member's name in PascalCase. */
const GO_FIELDS: Readonly<Record<string, string>> = { ids: 'ShareIDs' };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Words refusals as the open-source server does: HTTP 200 with a `code` and a `msg`, text only for unknown routes.
 *
 * Binding errors name the first failing field and carry no `correlation_id`; all others carry one.
 */
export const formatError: FormatError = (refusal, request) => {
  const violation = chooseFirst(refusal.violations);
  switch (refusal.kind) {
    case 'unknown-path':
    case 'unknown-method':
      return { status: 404, mediaType: 'text/plain', body: '404 page not found' };
    case 'internal':
      return { status: 500 };
    case 'unauthenticated':
      return failure(401, 'Login required', request);
    case 'body-too-large':
    case 'malformed-body':
    case 'unsupported-media-type':
    case 'not-acceptable':
      return bindingFailure('Parameter error');
    case 'invalid-request':
      return violation?.in === 'path'
        ? failure(40001, 'Failed to parse object ID', request)
        : bindingFailure(violation === undefined ? 'Invalid parameters.' : describe(violation));
  }
};

/** The server decodes the id in the path, then parses the query and body, and validates values last. */
function chooseFirst(violations: readonly Violation[]): Violation | undefined {
  return (
    violations.find((violation) => violation.in === 'path') ??
    violations.find((violation) => violation.keyword === 'type' && !isZeroValue(violation)) ??
    violations[0]
  );
}

function failure(code: number, msg: string, request: RefusedRequest): Reply {
  const sent = request.headers.get('x-cr-correlation-id') ?? '';
  return envelope({ code, msg, correlation_id: UUID.test(sent) ? sent : crypto.randomUUID() });
}

function bindingFailure(msg: string): Reply {
  return envelope({ code: 40001, msg });
}

function envelope(body: { code: number; msg: string; correlation_id?: string }): Reply {
  return {
    status: 200,
    mediaType: 'application/json; charset=utf-8',
    headers: { 'cache-control': 'private, no-cache' },
    body,
  };
}

function describe(violation: Violation): string {
  const { keyword, pointer } = violation;
  const field = goField(pointer.split('/')[1] ?? '');
  if (isZeroValue(violation)) return `${field} cannot be empty`;
  if (keyword === 'type')
    return violation.in === 'body' ? 'JSON marshall error' : 'Parameter error';
  if (keyword === 'required')
    return pointer === '' ? 'Parameter error' : `${field} cannot be empty`;
  if (keyword === 'minimum' || keyword === 'minLength') return `${field} too short`;
  if (keyword === 'maximum' || keyword === 'maxLength') return `${field} too long`;
  if (keyword === 'format' && field === 'Email') return 'Email format error';
  return 'Invalid parameters.';
}

/** Null, 0 and the empty text become the zero value of their Go type, which counts as absent; JSON text is no number. */
function isZeroValue({ in: part, pointer, keyword, found }: Violation): boolean {
  if (pointer === '') return false;
  return (
    found === null || ((found === 0 || found === '') && (keyword !== 'type' || part === 'query'))
  );
}

function goField(name: string): string {
  const pascal = name.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return GO_FIELDS[name] ?? pascal;
}
