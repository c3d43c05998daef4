import { type HeaderFields, isFieldName } from '../../contract/model/header-reader.ts';
import { isConnectionField } from '../../contract/model/server-fields.ts';

/** Fields with URIs, which are ASCII: https://www.rfc-editor.org/rfc/rfc3986#section-2. */
const URI_FIELDS = ['location', 'content-location', 'link'];
const ASCII = /^[\t\x20-\x7e]*$/;
/** Clients read Latin-1 in any other field, https://fetch.spec.whatwg.org/#headers-class. */
const LATIN_1 = /^[\t\x20-\x7e\xa0-\xff]*$/;
/** All but ASCII, and percent signs that begin no escape, so that decoding gives the same text. */
const ENCODED = /[^\x20-\x7e]|%(?![\dA-Fa-f]{2})/gu;

/**
 * Makes header fields ready to be sent, by names in lower case: other alphabets and control
 * characters are percent-encoded.
 *
 * Leaves out the fields of the connection, which are the server's own, and what `findUnsendable`
 * lists: both would end the connection without an answer.
 */
export function toSendable(
  headers: Readonly<Record<string, unknown>>,
): Record<string, HeaderFields[string]> {
  const sendable: Record<string, HeaderFields[string]> = {};
  for (const [written, value] of Object.entries(headers)) {
    const name = written.toLowerCase();
    if (isConnectionField(name) || !isFieldName(name)) continue;
    const text = encodeField(name, value);
    if (text !== undefined) sendable[name] = text;
  }
  return sendable;
}

function encodeField(name: string, value: unknown): HeaderFields[string] | undefined {
  if (typeof value === 'string') return encodeValue(name, value);
  const texts = listValues(value).flatMap((one) => encodeValue(name, one) ?? []);
  return texts.length > 1 ? texts : texts[0];
}

/** Lists the names of the fields that no header can carry, with what they should be. */
export function findUnsendable(
  headers: Readonly<Record<string, unknown>>,
): [name: string, expected: string][] {
  return Object.entries(headers).flatMap(([name, value]) => {
    if (!isFieldName(name)) return [[name, 'a header name of letters, digits and hyphens']];
    const isBroken = listValues(value).some((one) => encodeValue(name, one) === undefined);
    return isBroken ? [[name, 'text in Unicode']] : [];
  });
}

/** A behaviour in JavaScript may give any value; nothing is no field. */
function listValues(value: unknown): unknown[] {
  if (typeof value === 'string') return [value];
  return [value].flat().filter((one) => one !== undefined && one !== null);
}

/** Text as it is sent; `undefined` for an object, and for text with half a surrogate pair. */
function encodeValue(name: string, value: unknown): string | undefined {
  if (typeof value === 'object' || typeof value === 'function') return undefined;
  const text = String(value).trim();
  const plain = URI_FIELDS.includes(name) ? ASCII : LATIN_1;
  if (plain.test(text)) return text;
  return text.isWellFormed() ? text.replaceAll(ENCODED, encodeURIComponent) : undefined;
}
