import { mayBeNearInt64, readNumber } from './read-number.ts';

/** Deepest nesting that is accepted; walking much deeper values would overflow the stack. */
export const MAX_DEPTH = 500;

/**
 * Parses JSON. Throws SyntaxError for malformed text and for values nested deeper than 500 levels.
 */
export function parseJson(text: string): unknown {
  const value: unknown = mayBeNearInt64(text) ? JSON.parse(text, reviveNumber) : JSON.parse(text);
  // Each level takes at least two characters.
  if (text.length > 2 * MAX_DEPTH && isDeeper(value, MAX_DEPTH)) {
    throw new SyntaxError(`Expected JSON of at most ${MAX_DEPTH} levels.`);
  }
  return value;
}

function reviveNumber(_key: string, value: unknown, context?: { readonly source?: string }) {
  return typeof value === 'number' ? readNumber(context?.source ?? String(value)) : value;
}

function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth === 0) return true;
  for (const member of Object.values(value)) if (isDeeper(member, depth - 1)) return true;
  return false;
}
