import type { FormatError } from '../../src/mock/create-mock.ts';
import { writeFailure } from './envelope.ts';
import {
  BAD_HTTP_METHOD,
  BAD_STRUCTURE,
  BAD_TICKET,
  type Failure,
  INTERNAL_ERROR,
  MISSING_ARGUMENT,
  NO_DOCUMENT,
  NO_SUCH_METHOD,
} from './failures.ts';

/** Words refusals as the service did: `response/error` with `code` and `message`, as XML or JSON by the path. */
export const formatError: FormatError = (refusal, request) => {
  const headers = refusal.allowed === undefined ? {} : { allow: refusal.allowed.join(', ') };
  return { ...writeFailure(describe(refusal), request.path), headers };
};

function describe({ kind, violations }: Parameters<FormatError>[0]): Failure {
  switch (kind) {
    case 'unknown-path':
      return NO_SUCH_METHOD;
    case 'unknown-method':
      return BAD_HTTP_METHOD;
    case 'unauthenticated':
      return BAD_TICKET;
    case 'internal':
      return INTERNAL_ERROR;
    case 'not-acceptable':
    case 'body-too-large':
    case 'malformed-body':
    case 'unsupported-media-type':
      return BAD_STRUCTURE;
    case 'invalid-request':
      return describeInvalid(violations);
  }
}

function describeInvalid(violations: Parameters<FormatError>[0]['violations']): Failure {
  if (violations.some((violation) => violation.in === 'path')) return NO_DOCUMENT;
  return violations.some((violation) => violation.keyword === 'required')
    ? MISSING_ARGUMENT
    : BAD_STRUCTURE;
}
