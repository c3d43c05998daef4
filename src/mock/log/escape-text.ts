/** Control and format characters, unpaired surrogates, and separators of lines: what may forge a line or steer a terminal. */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** Writes what cannot be seen as `\u001b`, which JSON reads back. */
export function escapeUnprintable(text: string): string {
  return /[^\x20-\x7e]/.test(text) ? text.replaceAll(UNPRINTABLE, escapeCharacter) : text;
}

/** Leaves out the middle of a text of more than `limit` UTF-16 units. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = Math.ceil((limit - 1) / 2);
  return `${text.slice(0, head)}…${text.slice(head + 1 - limit)}`;
}

function escapeCharacter(character: string): string {
  return Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');
}
