import {
  type DescribedViolation,
  describeViolation,
} from '../../contract/model/describe-violation.ts';
import type { ApiRequest, InternalCause, Refusal } from './refusal.ts';

/** Describes a refusal for `X-Mock-Violations`, the log and the journal. */
export function describeRefusal(
  refusal: Refusal,
  { method, path }: Pick<ApiRequest, 'method' | 'path'>,
): readonly DescribedViolation[] {
  switch (refusal.kind) {
    case 'unknown-path': {
      const { mounts, missing } = refusal;
      if (missing !== undefined)
        return [describe('path', 'missing', 'something that exists', path)];
      return mounts === undefined
        ? [describe('path', 'unknown-path', 'a path of the contract', path)]
        : [describe('path', 'mount', `a path below ${mounts.join(', ')}`, path)];
    }
    case 'unknown-method':
      return [describe('path', 'unknown-method', refusal.allowed.join(' or '), method)];
    case 'body-too-large': {
      const { limit, size = `more than ${limit}` } = refusal;
      return [describe('body', 'bodyLimit', `at most ${limit} bytes`, `${size} bytes`)];
    }
    case 'malformed-body': {
      const { mediaType, reason } = refusal;
      return mediaType === undefined
        ? [describe('body', 'readable', 'a whole body', reason)]
        : [describe('body', 'syntax', mediaType, reason)];
    }
    case 'unauthenticated':
    case 'unsupported-media-type':
    case 'invalid-request':
    case 'not-acceptable':
    case 'invalid-setting':
      return refusal.violations.map(describeViolation);
    case 'internal':
      return describeCause(refusal.cause);
  }
}

function describeCause(cause: InternalCause): readonly DescribedViolation[] {
  switch (cause.type) {
    case 'invalid-reply':
      return cause.violations.map(describeViolation);
    case 'flaw':
      // What was found is never logged, and this is the contract's own.
      return [describe('status', 'flaw', `an answer, but ${cause.message}`)];
    case 'crash':
      return [describe('status', 'exception', 'an answer', cause.message)];
    case 'fault':
      return [describe('status', 'fault', 'an answer', 'a fault')];
    case 'full-sandbox':
      return [describe('status', 'sandbox', 'room for another row', cause.message)];
    case 'unavailable-state':
      return [describe('status', 'state', 'a change that is kept', cause.message)];
    case 'scenario':
      return [];
  }
}

function describe(
  part: DescribedViolation['in'],
  keyword: string,
  expected: string,
  found?: string,
): DescribedViolation {
  return { in: part, pointer: '', keyword, expected, found };
}
