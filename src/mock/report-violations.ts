import type { Violation } from '../contract/violation.ts';
import { clip, TOO_LONG, writeHeaderList } from './header-list.ts';
import type { Reply } from './refusal.ts';

/** Adds the mock's own diagnosis to a reply: header `X-Mock-Violations`, a JSON array in ASCII. */
export function reportViolations(reply: Reply, violations: readonly Violation[]): Reply {
  if (violations.length === 0) return reply;
  const value = writeHeaderList(violations, shorten);
  return { ...reply, headers: { ...reply.headers, 'x-mock-violations': value } };
}

function shorten({ in: part, pointer, keyword, expected }: Violation): Violation {
  return { in: part, pointer: clip(pointer), keyword, expected: clip(expected), found: TOO_LONG };
}
