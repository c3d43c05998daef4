import { allowsText, coerceScalar, schemaTypes } from '../model/coerce-scalar.ts';
import type { Media } from '../model/contract.ts';
import { bodyFormat, essence } from '../model/media-type.ts';
import { parseJson, tryJson } from '../model/parse-json.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import { decodeXml } from '../xml/decode-xml.ts';
import { checkReserved, splitForm } from './check-reserved.ts';
import { decodeForm } from './decode-form.ts';
import { decodeMultipart } from './decode-multipart.ts';
import { decodeText } from './decode-text.ts';
import { readSequence } from './read-sequence.ts';

/**
 * Decodes a body to the value that its schema describes.
 *
 * `contentType` is the one that was sent: the contract may declare a range of media types, which
 * does not say how the body is written.
 *
 * Bytes stay bytes when the media type is not textual, or text in a format that is not known here
 * is described as something else, such as the object in a YAML file. The result is a promise for
 * `multipart/form-data` only. Throws SyntaxError or XmlSyntaxError when the body does not match its
 * format or charset.
 */
export function decodeBody(
  body: string | Uint8Array,
  media: Media,
  resolve: ResolveSchema,
  contentType = media.type,
): unknown {
  const format = bodyFormat(contentType);
  if (format === 'binary') return body;
  if (format === 'multipart') return decodeMultipart(body, contentType, media, resolve);
  if (format === 'text' && isForeign(contentType, media, resolve)) return body;
  const text = typeof body === 'string' ? body : decodeText(body, contentType);
  switch (format) {
    case 'json':
      return parseJson(text);
    case 'xml':
      return decodeXml(text, media.schema?.schema ?? true, resolve);
    case 'form':
      checkReserved(media, () => splitForm(text));
      return decodeForm(new URLSearchParams(text), media, resolve);
    case 'text':
      return readValue(text, schemaTypes(media.schema?.schema, resolve));
    default:
      return readSequence(text, format, media, resolve);
  }
}

/** Whether text in another format than plain is described as something else than text. */
function isForeign(contentType: string, { schema }: Media, resolve: ResolveSchema): boolean {
  return essence(contentType) !== 'text/plain' && !allowsText(schemaTypes(schema?.schema, resolve));
}

/** Reads plain text as the value that its schema describes: a number, or even JSON. */
function readValue(text: string, types: readonly string[]): unknown {
  if (allowsText(types)) return text;
  const value = coerceScalar(text.trim(), types);
  return typeof value === 'string' ? tryJson(text) : value;
}
