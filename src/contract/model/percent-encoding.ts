/**
 * One percent-encoded character, whose bytes may be a UTF-8 sequence
 * (https://www.rfc-editor.org/rfc/rfc3629#section-4), or else one byte.
 */
const ENCODED =
  /%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-4](?:%[89ab][\da-f]){3}|%[\da-f]{2}/gi;

/** Takes the place of a `/` that was percent-encoded: no character, so that no other text has it. */
const ENCODED_SLASH = '\uffff';

/**
 * Decodes percent-encoding, so that equal texts compare as equal: https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2.
 *
 * An encoded `/` is no separator and never becomes one: it is another character in the result, which is for comparing
 * alone. Bytes that are no UTF-8 stay encoded, with digits in upper case; a `%` without digits stays as it is.
 */
export function decodeValid(text: string): string {
  return text.includes('%') ? text.replace(ENCODED, decodeCharacter) : text;
}

/** Splits a text into its characters, each percent-encoded one with all of its bytes. */
export function splitEncoded(text: string): string[] {
  const parts: string[] = [];
  let end = 0;
  for (const { 0: encoded, index } of text.matchAll(ENCODED)) {
    parts.push(...text.slice(end, index), encoded);
    end = index + encoded.length;
  }
  return [...parts, ...text.slice(end)];
}

function decodeCharacter(encoded: string): string {
  try {
    const decoded = decodeURIComponent(encoded);
    return decoded === '/' ? ENCODED_SLASH : decoded;
  } catch {
    return encoded.toUpperCase();
  }
}
