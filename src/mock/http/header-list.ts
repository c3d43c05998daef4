/** Longest header value that common clients and proxies accept by default. */
const MAX_LENGTH = 8000;

/** Serializes a list as JSON in ASCII. Drops items from the end, then shortens the last, to fit. */
export function writeHeaderList<T>(items: readonly T[], shorten: (item: T) => T): string {
  const text = toAsciiJson(items);
  if (text.length <= MAX_LENGTH) return text;
  if (items.length > 1) return writeHeaderList(items.slice(0, items.length >> 1), shorten);
  return writeHeaderList(items.map(shorten), shorten);
}

/** Serializes a value as JSON in ASCII. */
export function toAsciiJson(value: unknown): string {
  return (JSON.stringify(value) ?? '').replaceAll(/[^\x20-\x7e]/g, escapeCharacter);
}

/** Replaces a text of more than 500 characters by a note. */
export function omitIfLong(text: string): string {
  return text.length > 500 ? TOO_LONG : text;
}

export const TOO_LONG = 'too long to show';

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
