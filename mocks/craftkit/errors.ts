import {
  describeRule,
  type FormatError,
  type Reply,
  type Violation,
} from '../../src/mock/authoring/index.ts';

interface Issues {
  readonly formErrors: string[];
  readonly fieldErrors: Record<string, string[]>;
}

/** Error format of Craftkit: `error` with `code`, `message` and, for invalid requests, `issues`. */
export const formatError: FormatError = (refusal) => {
  switch (refusal.kind) {
    case 'unknown-path':
      return notFound();
    case 'unknown-method':
      return methodNotAllowed(refusal.allowed);
    case 'unauthenticated':
      return unauthorized();
    case 'body-too-large':
      return failure(413, 'invalid_request', 'Request body is too large.');
    case 'malformed-body':
    case 'unsupported-media-type':
      return failure(400, 'invalid_json', 'Request body is not valid JSON.');
    case 'not-acceptable':
      return failure(406, 'invalid_request', 'Only JSON can be answered.');
    case 'invalid-request':
      return invalidRequest(refusal.violations);
    case 'invalid-setting':
      return failure(400, 'invalid_request', refusal.message);
    case 'internal':
      return failure(500, 'internal', 'Unexpected server error.');
  }
};

/** Response for something that does not exist, or belongs to another project. */
export function notFound(what = 'Resource') {
  return failure(404, 'not_found', `${what} not found.`);
}

/** Response for sharing a render that has not succeeded. */
export function notReady() {
  return failure(409, 'not_ready', 'Render has not succeeded.');
}

/** Response without a valid key for the project. */
export function unauthorized() {
  return failure(401, 'unauthorized', 'API key is missing, invalid or revoked.');
}

function failure<Status extends number>(
  status: Status,
  code: string,
  message: string,
  issues?: Issues,
) {
  const error = { code, message, ...(issues !== undefined && { issues }) };
  return { status, mediaType: 'application/json', body: { error } } as const;
}

function methodNotAllowed(allowed: readonly string[]): Reply {
  const reply = failure(405, 'invalid_request', `Known methods: ${allowed.join(', ')}.`);
  return { ...reply, headers: { allow: allowed.join(', ') } };
}

/** An id that cannot exist is not found; anything else violates the schema. */
function invalidRequest(violations: readonly Violation[]): Reply {
  if (violations.some((violation) => violation.in === 'path')) {
    return notFound();
  }
  return failure(
    400,
    'invalid_request',
    'Request does not match the schema.',
    collectIssues(violations),
  );
}

function collectIssues(violations: readonly Violation[]): Issues {
  const issues: Issues = { formErrors: [], fieldErrors: {} };
  for (const violation of violations) {
    const field = violation.pointer.slice(1).replaceAll('/', '.');
    const { rule } = violation;
    const message = rule.keyword === 'required' ? 'Required' : `Expected ${describeRule(rule)}`;
    if (field === '') issues.formErrors.push(message);
    else issues.fieldErrors[field] = [...(issues.fieldErrors[field] ?? []), message];
  }
  return issues;
}
