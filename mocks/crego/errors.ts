import {
  describeRule,
  type FormatError,
  type Reply,
  type Violation,
} from '../../src/mock/authoring/index.ts';

const DATE_TIME_MESSAGE =
  'Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].';

/**
 * Error format of Crego: the default of Django REST framework, `detail` or a list of messages per
 * field.
 *
 * All of it is inferred: Crego documents no errors.
 */
export const formatError: FormatError = (refusal, request) => {
  switch (refusal.kind) {
    case 'unknown-path':
      return detail(404, 'Not found.');
    case 'unknown-method':
      return methodNotAllowed(request.method, refusal.allowed);
    case 'unauthenticated':
      return withHeader(
        detail(401, 'Authentication credentials were not provided.'),
        'www-authenticate',
        'Bearer realm="api"',
      );
    case 'malformed-body':
      return detail(400, `JSON parse error - ${refusal.reason}`);
    case 'body-too-large':
      return detail(413, 'Request body exceeds the size limit.');
    case 'unsupported-media-type':
      return detail(
        415,
        `Unsupported media type "${request.headers.get('content-type')}" in request.`,
      );
    case 'not-acceptable':
      return detail(406, 'Could not satisfy the request Accept header.');
    case 'invalid-request':
      return invalidRequest(refusal.violations);
    case 'invalid-setting':
      return detail(400, refusal.message);
    case 'internal':
      return detail(500, 'A server error occurred.');
  }
};

function detail(status: number, text: string): Reply {
  return { status, mediaType: 'application/json', body: { detail: text } };
}

function withHeader(reply: Reply, name: string, value: string): Reply {
  return { ...reply, headers: { ...reply.headers, [name]: value } };
}

function methodNotAllowed(method: string, allowed: readonly string[]): Reply {
  return withHeader(detail(405, `Method "${method}" not allowed.`), 'allow', allowed.join(', '));
}

/** A malformed id or page number is not found; anything else is reported per field. */
function invalidRequest(violations: readonly Violation[]): Reply {
  if (violations.some((violation) => violation.in === 'path')) return detail(404, 'Not found.');
  if (violations.every(({ pointer }) => pointer === '/page')) return detail(404, 'Invalid page.');
  const body: Record<string, string[]> = {};
  for (const violation of violations) {
    const field = violation.pointer.split('/')[1] ?? 'non_field_errors';
    const messages = body[field] ?? [];
    body[field] = [...messages, describe(violation)];
  }
  return { status: 400, mediaType: 'application/json', body };
}

function describe({ rule, found }: Violation): string {
  if (rule.keyword === 'required') return 'This field is required.';
  if (found === null) return 'This field may not be null.';
  if (rule.keyword === 'format') return DATE_TIME_MESSAGE;
  if (rule.keyword === 'type') return `Not a valid ${describeRule(rule)}.`;
  return `Expected ${describeRule(rule)}.`;
}
