import type { Media } from '../model/contract.ts';
import { bodyFormat, mediaTypeParameter } from '../model/media-type.ts';
import { parseJson } from '../model/parse-json.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import { decodeXml } from '../xml/decode-xml.ts';
import { checkReserved, splitForm } from './check-reserved.ts';
import { decodeForm } from './decode-form.ts';
import { decodeMultipart } from './decode-multipart.ts';

/**
 * Decodes a body to the value that its schema describes.
 *
 * `contentType` is the one that was sent: the contract may declare a range of media types, which
 * does not say how the body is written.
 *
 * Bytes stay bytes when the media type is not textual. The result is a promise for
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
      return text;
  }
}

/** Decodes bytes by the `charset` parameter, default UTF-8. Throws SyntaxError if invalid. */
function decodeText(bytes: Uint8Array, contentType: string): string {
  const charset = mediaTypeParameter(contentType, 'charset') ?? 'utf-8';
  const decoder = createDecoder(charset);
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new SyntaxError(`Expected text in ${charset}, found invalid bytes.`, { cause });
  }
}

function createDecoder(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch (cause) {
    throw new SyntaxError(`Unknown charset "${charset}".`, { cause });
  }
}
