import type { Violation } from '../contract/violation.ts';
import type { Reply } from './refusal.ts';

/** Longest header value that common clients and proxies accept without a special setting. */
const MAX_LENGTH = 8000;
const TOO_LONG = 'too long to show';

/** Adds the mock's own diagnosis to a reply: header `X-Mock-Violations`, a JSON array in ASCII. */
export function reportViolations(reply: Reply, violations: readonly Violation[]): Reply {
  if (violations.length === 0) return reply;
  return { ...reply, headers: { ...reply.headers, 'x-mock-violations': toHeader(violations) } };
}

/** Drops violations from the end until the rest fits, so that the value stays valid JSON. */
function toHeader(violations: readonly Violation[]): string {
  const text = JSON.stringify(violations).replaceAll(/[^\x20-\x7e]/g, escapeCharacter);
  if (text.length <= MAX_LENGTH) return text;
  if (violations.length > 1) return toHeader(violations.slice(0, violations.length >> 1));
  return toHeader(violations.map(shorten));
}

function shorten({ in: part, pointer, keyword, expected }: Violation): Violation {
  return { in: part, pointer: clip(pointer), keyword, expected: clip(expected), found: TOO_LONG };
}

function clip(text: string): string {
  return text.length > 500 ? TOO_LONG : text;
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
