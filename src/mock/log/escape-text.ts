/** Control characters, line separators and the like: can forge log lines or control a terminal. */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** Escapes unprintable characters as `\u001b`, which is also valid in JSON strings. */
export function escapeUnprintable(text: string): string {
  return /[^\x20-\x7e]/.test(text) ? text.replaceAll(UNPRINTABLE, escapeCharacter) : text;
}

/** Replaces the middle of a text of more than `limit` UTF-16 units by an ellipsis. */
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
