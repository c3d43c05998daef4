import { mediaTypeParameter } from './media-type.ts';

/** Text of bytes by the `charset` of their media type, UTF-8 by default. Throws SyntaxError when they are none. */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  const charset = mediaTypeParameter(contentType, 'charset') ?? 'utf-8';
  const decoder = findDecoder(charset);
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new SyntaxError(`Expected text in ${charset}, found bytes that are none.`, { cause });
  }
}

/** There are few charsets, and making a decoder takes longer than decoding a usual body. */
const decoders = new Map<string, TextDecoder>();

function findDecoder(charset: string): TextDecoder {
  const decoder = decoders.get(charset.toLowerCase()) ?? createDecoder(charset);
  // A name in other spellings could be kept without end.
  decoders.set(decoder.encoding, decoder);
  return decoder;
}

function createDecoder(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch (cause) {
    throw new SyntaxError(`Unknown charset "${charset}".`, { cause });
  }
}
