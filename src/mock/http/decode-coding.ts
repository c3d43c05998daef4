import {
  brotliDecompress,
  constants,
  gunzip,
  inflate,
  inflateRaw,
  zstdDecompress,
} from 'node:zlib';

interface Options {
  readonly maxOutputLength: number;
  /** Has Node tell how much it has read. */
  readonly info: true;
}

/** Function of Node's. */
type Decode = (
  bytes: Buffer,
  options: Options,
  callback: (error: Error | null, result: unknown) => void,
) => void;

/** What Node gives with `info`. */
interface Decoded {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

/** A frame may ask for any window, which is allocated at once; https://www.rfc-editor.org/rfc/rfc9659#section-3 has 8 MB. */
const ZSTD = { params: { [constants.ZSTD_d_windowLogMax]: 23 } };

/** Content codings, https://www.iana.org/assignments/http-parameters/http-parameters.xhtml. */
const DECODERS: Readonly<Record<string, Decode>> = {
  gzip: gunzip,
  'x-gzip': gunzip,
  deflate: (bytes, options, callback) =>
    isZlib(bytes) ? inflate(bytes, options, callback) : inflateRaw(bytes, options, callback),
  br: brotliDecompress,
  zstd: (bytes, options, callback) => zstdDecompress(bytes, { ...ZSTD, ...options }, callback),
};

/** Content codings that are decoded. */
export const KNOWN_CODINGS: readonly string[] = Object.keys(DECODERS);

/** Codings of one body, each of which costs the time for as many bytes as a body may have. */
const MAX_CODINGS = 5;

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
  const applied = listCodings(codings);
  const unknown = applied.find((coding) => !Object.hasOwn(DECODERS, coding));
  if (unknown !== undefined) return { unknown };
  if (applied.length > MAX_CODINGS) return { unknown: `${applied.length} codings` };
  let decoded = bytes;
  for (const coding of applied.toReversed()) {
    try {
      decoded = await decode(DECODERS[coding], decoded, limit);
    } catch (error) {
      if (isTooLarge(error)) return { tooLarge: true };
      return { coding, broken: error instanceof Error ? error.message : String(error) };
    }
  }
  return { bytes: decoded };
}

/** Rejects with Node's error, or with one of ours for bytes that Node would leave out in silence. */
function decode(decoder: Decode | undefined, bytes: Buffer, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    decoder?.(bytes, { maxOutputLength: limit, info: true }, (error, result) => {
      if (!isDecoded(result)) reject(error);
      else if (result.engine.bytesWritten < bytes.length) reject(new Error('data behind the end'));
      else resolve(result.buffer);
    });
  });
}

function isDecoded(result: unknown): result is Decoded {
  return typeof result === 'object' && result !== null && 'engine' in result;
}

function listCodings(codings: string): string[] {
  return codings
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
}

/**
 * Whether bytes have the header of https://www.rfc-editor.org/rfc/rfc1950#section-2.2: some clients send `deflate` without
 * it (https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1.2).
 */
function isZlib(bytes: Buffer): boolean {
  const [method = 0, flags = 0] = bytes;
  return (method & 0x0f) === 8 && method >> 4 <= 7 && (method * 256 + flags) % 31 === 0;
}

function isTooLarge(error: unknown): boolean {
  return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
