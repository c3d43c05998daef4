import { bodyFormat, essence, mediaTypeParameter } from '../model/media-type.ts';
import { parseJson } from '../model/parse-json.ts';
import { maskMultipart } from './mask-multipart.ts';
import { maskQuery } from './mask-query.ts';
import { maskText, maskUnshaped } from './mask-text.ts';
import { maskValue, type ValueMasking } from './mask-value.ts';
import { maskXml } from './mask-xml.ts';
import type { SecretContext } from './secret-context.ts';
import { maskSecretShapes } from './secret-shape.ts';

/** Multipart bodies may hold others; what nests deeper is masked as text. */
const MAX_DEPTH = 3;

/**
 * Masks secrets in a body: by name in JSON, XML, forms and multipart, and by their shape in any text.
 *
 * The form of the body is told by how it looks, and by its media type where that does not say it. One that is malformed
 * or cut off is masked as text, of which rather too much is hidden.
 */
export function maskBody(
  text: string,
  contentType: string,
  context: SecretContext,
  depth = 0,
): string {
  const { isSecret } = context;
  const masking: ValueMasking = { isSecret, maskText: (inner) => maskText(inner, context) };
  const value = readJson(text);
  if (value !== undefined) return JSON.stringify(maskValue(value.json, masking));
  if (depth < MAX_DEPTH && isMultipart(text, contentType)) {
    const boundary = mediaTypeParameter(contentType, 'boundary');
    const maskPart = (content: string, fields: string) =>
      maskBody(content, typeOf(fields), context, depth + 1);
    const masked = maskMultipart(text, boundary, isSecret, maskPart);
    if (masked !== undefined) return maskSecretShapes(masked);
  }
  if (/^\s*</.test(text) || bodyFormat(contentType) === 'xml') {
    const maskRest = (inner: string) => maskUnshaped(inner, context);
    return maskSecretShapes(maskXml(text, { isSecret, maskText: maskRest }));
  }
  if (
    !/^\s*[[{"]/.test(text) &&
    (bodyFormat(contentType) === 'form' || /^[^\s=&:"']+=/.test(text))
  ) {
    return maskSecretShapes(maskQuery(text, isSecret));
  }
  return maskText(text, context);
}

function readJson(text: string): { readonly json: unknown } | undefined {
  if (!/^\s*[[{"]/.test(text)) return undefined;
  try {
    return { json: parseJson(text) };
  } catch {
    return undefined;
  }
}

function isMultipart(text: string, contentType: string): boolean {
  return essence(contentType).startsWith('multipart/') || /^\s*--[^\s]/.test(text);
}

/** Media type of a part by its header fields. */
function typeOf(fields: string): string {
  return /^content-type:([^\r\n]*)/im.exec(fields)?.[1]?.trim() ?? '';
}
