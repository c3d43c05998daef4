import type { DescribedViolation } from '../../contract/model/describe-violation.ts';
import type { Reply } from '../authoring/reply.ts';
import { omitIfLong, TOO_LONG, writeHeaderList } from '../http/header-list.ts';

/** Adds the mock's own diagnosis to a reply: header `X-Mock-Violations`, a JSON array in ASCII. */
export function reportViolations(reply: Reply, violations: readonly DescribedViolation[]): Reply {
  if (violations.length === 0) return reply;
  const value = writeHeaderList(violations, shorten);
  return { ...reply, headers: { ...reply.headers, 'x-mock-violations': value } };
}

function shorten(violation: DescribedViolation): DescribedViolation {
  const { pointer, expected } = violation;
  return {
    ...violation,
    pointer: omitIfLong(pointer),
    expected: omitIfLong(expected),
    found: TOO_LONG,
  };
}
