import { readNumber } from './read-number.ts';

/** Deepest nesting that is accepted; walking much deeper values would overflow the stack. */
export const MAX_DEPTH = 500;

/** Numbers whose double is a bound of int64, or next to it: `readNumber` and `Number` read them differently. */
const NEAR_INT64 = /922337203685477[56]\d{3}/;

/** Makes the value of a number from its text. */
type ReadNumber = (text: string) => unknown;

/**
 * Parses JSON, with numbers as `read` makes them. Throws SyntaxError for malformed text and for
 * values nested deeper than 500 levels.
 */
export function parseJson(
  text: string,
  read: ReadNumber | undefined = NEAR_INT64.test(text) ? readNumber : undefined,
): unknown {
  return refuseDeep(JSON.parse(text, read && createReviver(read)), text.length);
}

/** Returns a value that was read from a text of so many characters or bytes; throws SyntaxError if it is nested deeper than 500 levels. */
export function refuseDeep(value: unknown, length: number): unknown {
  // Each level takes at least two characters.
  if (length > 2 * MAX_DEPTH && isDeeper(value, MAX_DEPTH)) {
    throw new SyntaxError(`Expected JSON of at most ${MAX_DEPTH} levels.`);
  }
  return value;
}

/** Parses JSON as `parseJson` does; any other text is returned unchanged. */
export function tryJson(text: string, read?: ReadNumber): unknown {
  try {
    return parseJson(text, read);
  } catch {
    return text;
  }
}

function createReviver(read: ReadNumber) {
  return (_key: string, value: unknown, context?: { readonly source?: string }) =>
    typeof value === 'number' && context?.source !== undefined ? read(context.source) : value;
}

function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth === 0) return true;
  for (const member of Object.values(value)) if (isDeeper(member, depth - 1)) return true;
  return false;
}
