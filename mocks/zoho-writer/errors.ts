import type { FormatError, Reply } from '../../src/mock/create-mock.ts';

interface Failure {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/**
 * Words refusals as the service did: `response/error` with `code` and `message`, as XML or JSON by the path.
 *
 * Codes 1400, 1405 and 1832 and their messages are documented for the older API; the HTTP statuses are assumed.
 */
export const formatError: FormatError = (refusal, request) => {
  const isJson = /^\/api\/private\/json(\/|$)/.test(request.path);
  const { status, code, message } = describe(refusal);
  const response = { uri: request.path, error: { code, message } };
  const headers = refusal.allowed === undefined ? {} : { allow: refusal.allowed.join(', ') };
  return isJson ? json(status, headers, { response }) : xml(status, headers, response);
};

function json(status: number, headers: Record<string, string>, body: unknown): Reply {
  return { status, headers, mediaType: 'application/json', body };
}

function xml(status: number, headers: Record<string, string>, body: unknown): Reply {
  return { status, headers, mediaType: 'application/xml', body, schema: 'ErrorResponse' };
}

function describe({ kind, violations }: Parameters<FormatError>[0]): Failure {
  switch (kind) {
    case 'unknown-path':
      return { status: 404, code: '1405', message: 'No Such Method' };
    case 'unknown-method':
      return { status: 405, code: '1402', message: 'HTTP method not supported' };
    case 'unauthenticated':
      return { status: 401, code: '1401', message: 'Ticket authentication failed' };
    case 'internal':
      return { status: 500, code: '1500', message: 'Internal error' };
    case 'not-acceptable':
    case 'body-too-large':
    case 'malformed-body':
    case 'unsupported-media-type':
      return { status: 400, code: '1400', message: 'Please provide a proper structured input.' };
    case 'invalid-request':
      return describeInvalid(violations);
  }
}

function describeInvalid(violations: Parameters<FormatError>[0]['violations']): Failure {
  if (violations.some((violation) => violation.in === 'path')) {
    return { status: 404, code: '1404', message: 'Document not found' };
  }
  if (violations.some((violation) => violation.keyword === 'required')) {
    return { status: 400, code: '1832', message: 'Missing Argument' };
  }
  return { status: 400, code: '1400', message: 'Please provide a proper structured input.' };
}
