import type { Media } from './contract.ts';
import { decodeForm } from './decode-form.ts';
import { decodeMultipart } from './decode-multipart.ts';
import { decodeText } from './decode-text.ts';
import { bodyFormat } from './media-type.ts';
import { parseJson } from './parse-json.ts';
import type { ResolveSchema } from './resolve-schema.ts';
import { decodeXml } from './xml/decode-xml.ts';

/**
 * Reads a body as the plain value that its schema describes; `media.type` is the `Content-Type` with its parameters.
 *
 * Bytes of a type that is no text stay bytes. `multipart/form-data` alone takes time, and gives a promise. Throws
 * SyntaxError or XmlSyntaxError when the body is not of its format, or not in its charset.
 */
export function decodeBody(
  body: string | Uint8Array,
  media: Media,
  resolve: ResolveSchema,
): unknown {
  const format = bodyFormat(media.type);
  if (format === 'binary') return body;
  if (format === 'multipart') return decodeMultipart(body, media, resolve);
  const text = typeof body === 'string' ? body : decodeText(body, media.type);
  switch (format) {
    case 'json':
      return parseJson(text);
    case 'xml':
      return decodeXml(text, media.schema?.schema ?? true, resolve);
    case 'form':
      return decodeForm(new URLSearchParams(text), media, resolve);
    case 'text':
      return text;
  }
}
