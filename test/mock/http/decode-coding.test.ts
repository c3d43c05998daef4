import {
  brotliCompressSync,
  constants,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodeCoding } from '../../../src/mock/http/decode-coding.ts';

const TEXT = JSON.stringify({ name: 'ä', items: Array.from({ length: 50 }, (_, id) => ({ id })) });

/** Encoders by coding, and by the two forms of `deflate`. */
const ENCODERS: [coding: string, encode: (text: string | Buffer) => Buffer][] = [
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['br', brotliCompressSync],
  ['zstd', zstdCompressSync],
];

async function decode(bytes: Buffer, codings: string, limit = 10_000) {
  const decoded = await decodeCoding(bytes, codings, limit);
  return 'bytes' in decoded ? decoded.bytes.toString() : decoded;
}

describe('decodeCoding', () => {
  test.each(ENCODERS)('undoes %s', async (coding, encode) => {
    expect(await decode(encode(TEXT), coding)).toBe(TEXT);
    expect(await decode(encode(''), coding.toUpperCase())).toBe('');
    expect(await decode(encode(TEXT), coding, Buffer.byteLength(TEXT))).toBe(TEXT);
  });

  test.each(['', ' ', 'identity', ',', 'identity, IDENTITY', 'identity,,'])(
    'leaves bytes with %j as they are',
    async (codings) => {
      expect(await decode(Buffer.from(TEXT), codings)).toBe(TEXT);
    },
  );

  test('undoes several in the order in which they were applied', async () => {
    const twice = brotliCompressSync(gzipSync(TEXT));
    expect(await decode(twice, 'gzip, br')).toBe(TEXT);
    expect(await decode(twice, 'identity,gzip ,\tbr,')).toBe(TEXT);
    expect(await decode(twice, 'br, gzip')).toMatchObject({ coding: 'gzip' });
  });

  test.each(['compress', 'dcb', 'gzip, compress', 'compress, gzip', '__proto__', 'gzip;q=1'])(
    'does not know %s',
    async (codings) => {
      const unknown = codings.replace(/gzip, |, gzip/, '');
      expect(await decode(gzipSync(TEXT), codings)).toEqual({ unknown });
    },
  );

  test('undoes as many as anybody uses, and no more', async () => {
    const applied = (count: number) =>
      Array.from({ length: count }).reduce<Buffer>((bytes) => gzipSync(bytes), Buffer.from(TEXT));
    const named = (count: number) => Array.from({ length: count }, () => 'gzip').join();
    expect(await decode(applied(5), named(5))).toBe(TEXT);
    expect(await decode(applied(6), named(6))).toEqual({ unknown: '6 codings' });
  });

  test.each(ENCODERS)('has %s that is cut anywhere for damaged', async (coding, encode) => {
    const bytes = encode(TEXT);
    for (let end = 0; end < bytes.length; end += 1) {
      const decoded = await decode(bytes.subarray(0, end), coding);
      expect(decoded, `${end} of ${bytes.length} bytes`).toEqual({
        coding,
        broken: expect.any(String),
      });
    }
  });

  test.each(ENCODERS)('has %s with more behind its end for damaged', async (coding, encode) => {
    const bytes = Buffer.concat([encode(TEXT), Buffer.from('{"more":1}')]);
    expect(await decode(bytes, coding)).toEqual({ coding, broken: expect.any(String) });
  });

  test.each(['gzip', 'deflate', 'br', 'zstd'])(
    'has text that is not in %s for damaged',
    async (coding) => {
      expect(await decode(Buffer.from(TEXT), coding)).toEqual({
        coding,
        broken: expect.any(String),
      });
    },
  );

  test.each(ENCODERS)('cuts a bomb in %s at the limit', async (coding, encode) => {
    const bomb = encode(Buffer.alloc(2 ** 24));
    expect(await decode(bomb, coding)).toEqual({ tooLarge: true });
    expect(await decode(gzipSync(bomb), `${coding}, gzip`, 2 ** 20)).toEqual({ tooLarge: true });
  });

  test('allocates no window for zstd that is larger than its standard allows', async () => {
    const params = { [constants.ZSTD_c_windowLog]: 27 };
    const bytes = zstdCompressSync(Buffer.alloc(2 ** 27), { params });
    const decoded = await decodeCoding(bytes, 'zstd', 2 ** 28);
    // Not the bytes, of which a failure would show too many.
    expect(Object.keys(decoded)).toEqual(['coding', 'broken']);
  });
});
