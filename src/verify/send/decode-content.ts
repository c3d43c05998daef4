import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { AnswerError } from './answer-error.ts';
import { tooLong } from './collect-body.ts';

const DECODERS = new Map([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
  ['br', promisify(brotliDecompress)],
]);

/**
 * Takes content encodings off a body, https://www.rfc-editor.org/rfc/rfc9110#section-8.4; one that is unknown stays.
 *
 * Throws AnswerError for bytes of another encoding, and for a body that grows beyond `maxBytes`.
 */
export async function decodeContent(
  bytes: Buffer,
  headers: Headers,
  { title, maxBytes }: { readonly title: string; readonly maxBytes: number },
): Promise<Uint8Array> {
  const encodings = (headers.get('content-encoding') ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  let content = bytes;
  for (const encoding of encodings.reverse()) {
    const decode = DECODERS.get(encoding);
    if (decode === undefined || content.length === 0) return content;
    try {
      content = await decode(content, { maxOutputLength: maxBytes });
    } catch (error) {
      if (error instanceof RangeError) throw tooLong(title, maxBytes);
      throw new AnswerError(
        `${title}: expected a body in the encoding ${encoding}, as content-encoding says, found other bytes. ` +
          'Correct the header or the body that the server sends.',
        'malformed',
        { cause: error },
      );
    }
  }
  return content;
}
