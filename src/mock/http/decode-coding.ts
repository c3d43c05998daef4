import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, zstdDecompress } from 'node:zlib';

interface Limit {
  readonly maxOutputLength: number;
}

/** Content codings, https://www.iana.org/assignments/http-parameters/http-parameters.xhtml. */
const DECODERS: Readonly<Record<string, (bytes: Uint8Array, limit: Limit) => Promise<Buffer>>> = {
  gzip: promisify<Uint8Array, Limit, Buffer>(gunzip),
  'x-gzip': promisify<Uint8Array, Limit, Buffer>(gunzip),
  deflate: promisify<Uint8Array, Limit, Buffer>(inflate),
  br: promisify<Uint8Array, Limit, Buffer>(brotliDecompress),
  zstd: promisify<Uint8Array, Limit, Buffer>(zstdDecompress),
};

/** Content codings that are decoded. */
export const KNOWN_CODINGS: readonly string[] = Object.keys(DECODERS);

/** Bytes without their content codings, or the reason why they could not be decoded. */
export type DecodedCoding =
  | { readonly bytes: Buffer }
  | { readonly unknown: string }
  | { readonly tooLarge: true }
  | { readonly broken: string; readonly coding: string };

/**
 * Undoes the codings that `Content-Encoding` lists in the order in which they were applied, unless
 * there are more than `limit` bytes: https://www.rfc-editor.org/rfc/rfc9110#section-8.4.
 */
export async function decodeCoding(
  bytes: Buffer,
  codings: string,
  limit: number,
): Promise<DecodedCoding> {
  const applied = codings.split(',').map((coding) => coding.trim().toLowerCase());
  let decoded = bytes;
  for (const coding of applied.filter((name) => name !== '' && name !== 'identity').toReversed()) {
    const decode = Object.hasOwn(DECODERS, coding) ? DECODERS[coding] : undefined;
    if (decode === undefined) return { unknown: coding };
    try {
      decoded = await decode(decoded, { maxOutputLength: limit });
    } catch (error) {
      if (isTooLarge(error)) return { tooLarge: true };
      return { coding, broken: error instanceof Error ? error.message : String(error) };
    }
  }
  return { bytes: decoded };
}

function isTooLarge(error: unknown): boolean {
  return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
