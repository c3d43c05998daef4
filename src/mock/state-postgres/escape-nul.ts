/** Begins an escaped character; itself escaped as well. */
const ESCAPE = '\u0001';
const NEEDS_ESCAPE = ['\0', ESCAPE];

/** Writes a text without U+0000, which PostgreSQL does not store. */
export function escapeNul(text: string): string {
  if (!NEEDS_ESCAPE.some((character) => text.includes(character))) return text;
  return text.replaceAll(ESCAPE, `${ESCAPE}1`).replaceAll('\0', `${ESCAPE}0`);
}

/** Reads what `escapeNul` wrote. */
export function restoreNul(text: string): string {
  if (!text.includes(ESCAPE)) return text;
  return text.replaceAll(`${ESCAPE}0`, '\0').replaceAll(`${ESCAPE}1`, ESCAPE);
}
