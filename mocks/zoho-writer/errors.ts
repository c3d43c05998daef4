import type { FormatError, Refusal, Violation } from '../../src/mock/authoring/index.ts';
import { writeFailure } from './envelope.ts';
import {
  BAD_HTTP_METHOD,
  BAD_STRUCTURE,
  BAD_TICKET,
  badStructure,
  type Failure,
  INTERNAL_ERROR,
  MISSING_ARGUMENT,
  NO_DOCUMENT,
  NO_SUCH_METHOD,
} from './failures.ts';

/** Error format: `response/error` with `code` and `message`, in XML or JSON by path. */
export const formatError: FormatError = (refusal, request) => {
  const headers = refusal.kind === 'unknown-method' ? { allow: refusal.allowed.join(', ') } : {};
  return { ...writeFailure(describe(refusal), request.path), headers };
};

function describe(refusal: Refusal): Failure {
  switch (refusal.kind) {
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
    case 'invalid-setting':
      return badStructure(refusal.message);
    case 'invalid-request':
      return describeInvalid(refusal.violations);
  }
}

function describeInvalid(violations: readonly Violation[]): Failure {
  if (violations.some((violation) => violation.in === 'path')) return NO_DOCUMENT;
  return violations.some(({ rule }) => rule.keyword === 'required')
    ? MISSING_ARGUMENT
    : BAD_STRUCTURE;
}
