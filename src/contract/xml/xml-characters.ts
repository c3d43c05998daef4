const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
]);

// Complement of Char, https://www.w3.org/TR/xml/#NT-Char
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** Returns the offset of the first character that XML 1.0 does not allow, or -1. */
export function findForbiddenCharacter(text: string): number {
  return text.search(FORBIDDEN);
}

/** Names the character at an offset, such as `U+0001`. */
export function nameCharacter(text: string, offset: number): string {
  const code = text.codePointAt(offset) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * Decodes a predefined entity or character reference, such as `&lt;` or `&#x41;`:
 * https://www.w3.org/TR/xml/#sec-references.
 *
 * Returns undefined for any other reference and for a character that XML 1.0 does not allow.
 */
export function readReference(reference: string): string | undefined {
  const digits = /^&#(?:x([\da-f]{1,6})|(\d{1,7}));$/i.exec(reference);
  if (!digits) return PREDEFINED.get(reference);
  const [, hex, decimal] = digits;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  if (code > 0x10ffff) return undefined;
  const character = String.fromCodePoint(code);
  return FORBIDDEN.test(character) ? undefined : character;
}

/** Decodes all references in well-formed character data. */
export function readCharacters(raw: string): string {
  return raw.replace(/&[^&;]*;/g, (reference) => readReference(reference) ?? reference);
}

/**
 * Decodes an attribute value, in which a literal line break or tab is a space:
 * https://www.w3.org/TR/xml/#AVNormalize.
 */
export function readAttributeValue(raw: string): string {
  return readCharacters(raw.replace(/[\t\n\r]/g, ' '));
}

/** Whether raw text between tags is only indentation: white space with a line break. */
export function isIndentation(raw: string): boolean {
  return /^[ \t\r]*\n[ \t\r\n]*$/.test(raw);
}

/** Escapes text for the content of an element; white space is kept distinct from indentation. */
export function escapeText(text: string): string {
  const escaped = text.replace(/[&<>\r]/g, writeReference);
  return isIndentation(text) ? escaped.replaceAll('\n', '&#xA;') : escaped;
}

/** Escapes text for a double-quoted attribute value. */
export function escapeAttributeValue(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, writeReference);
}

function writeReference(character: string): string {
  for (const [reference, meaning] of PREDEFINED) {
    if (meaning === character) return reference;
  }
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
}
