import { mediaTypeParameter } from '../model/media-type.ts';

/**
 * Decodes bytes by their byte order mark, the `charset` parameter, or the declaration of an XML
 * document; UTF-8 by default. Throws SyntaxError if that is not known or not kept to.
 *
 * The order is that of https://encoding.spec.whatwg.org/#decode.
 */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  const charset =
    charsetOfMark(bytes) ??
    mediaTypeParameter(contentType, 'charset') ??
    charsetOfXml(bytes, contentType) ??
    'utf-8';
  const decoder = createDecoder(charset);
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new SyntaxError(`Expected text in ${charset}, found invalid bytes.`, { cause });
  }
}

function charsetOfMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
}

/** https://www.w3.org/TR/xml/#sec-guessing */
function charsetOfXml(bytes: Uint8Array, contentType: string): string | undefined {
  if (!contentType.includes('xml')) return undefined;
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
}

function createDecoder(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch (cause) {
    throw new SyntaxError(`Unknown charset "${charset}".`, { cause });
  }
}
