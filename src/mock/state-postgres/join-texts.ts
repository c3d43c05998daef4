/** Begins an escaped character; itself escaped as well. */
const ESCAPE = '\u0001';
const NEEDS_ESCAPE = ['\0', ESCAPE];
/** Between texts; in none of them, since they are escaped. */
const SEPARATOR = `${ESCAPE},`;

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

/**
 * Writes texts, with `escapeNul`, as one that `writeSplit` takes apart.
 *
 * The client library escapes each quote of an array: 2300 ms for 38 MB of JSON, 80 ms by this (November 2026).
 */
export function joinTexts(texts: readonly string[]): string {
  return texts.map(escapeNul).join(SEPARATOR);
}

/** Writes the expression that makes an array of a joined text, which stands for one text at least. */
export function writeSplit(joined: string): string {
  return `case when ${joined} = '' then array[''] else string_to_array(${joined}, E'\\x01,') end`;
}
