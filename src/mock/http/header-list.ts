/** Longest header value that common clients and proxies accept without a special setting. */
const MAX_LENGTH = 8000;

/**
 * Writes a list as the value of a header: JSON in ASCII.
 *
 * Items are dropped from the end until the rest fits, so that the value stays valid JSON; a single one is shortened.
 */
export function writeHeaderList<T>(items: readonly T[], shorten: (item: T) => T): string {
  const text = JSON.stringify(items).replaceAll(/[^\x20-\x7e]/g, escapeCharacter);
  if (text.length <= MAX_LENGTH) return text;
  if (items.length > 1) return writeHeaderList(items.slice(0, items.length >> 1), shorten);
  return writeHeaderList(items.map(shorten), shorten);
}

/** Text as it stands, or a note in its place where it is long. */
export function clip(text: string): string {
  return text.length > 500 ? TOO_LONG : text;
}

export const TOO_LONG = 'too long to show';

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
