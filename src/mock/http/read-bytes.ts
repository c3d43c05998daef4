import type { Readable } from 'node:stream';
import type { HeaderReader } from '../../contract/model/header-reader.ts';
import type { RequestBody } from './message.ts';

/** Most bytes of a request body that are read unless a limit is given: 10 MB. */
export const DEFAULT_BODY_LIMIT = 10 * 1024 * 1024;

/** What came of reading a body: its bytes, or why there are none. */
export type ReadBytes =
  | { readonly bytes: Buffer }
  /** Size in bytes as announced; `undefined` for a body that did not say. */
  | { readonly tooLarge: { readonly size: number | undefined } }
  | { readonly brokenOff: string };

/** How many bytes of a refused body are still taken in, and for how many milliseconds. */
const MAX_DISCARDED = { bytes: 64 * 1024 * 1024, time: 500 };

/** Reads a request's body to its end; keeps no more than `limit` bytes of it. */
export async function readBytes(
  body: RequestBody,
  headers: HeaderReader,
  limit: number,
): Promise<ReadBytes> {
  const announced = headers.get('content-length');
  const size = announced === null ? undefined : Number(announced);
  try {
    const bytes =
      size !== undefined && size > limit ? undefined : await collect(body.stream, limit);
    if (bytes === undefined) {
      await discardRest(body.stream);
      return { tooLarge: { size } };
    }
    body.bytes = bytes;
    return { bytes };
  } catch (error) {
    // The sender went away, or the body was read before.
    return { brokenOff: error instanceof Error ? error.message : String(error) };
  }
}

/** All bytes of a body, or `undefined` as soon as they are more than `limit`. */
function collect(stream: Readable, limit: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const take = (chunk: Uint8Array) => {
      size += chunk.byteLength;
      chunks.push(chunk);
      if (size <= limit) return;
      stream.off('data', take).pause();
      resolve(undefined);
    };
    stream.on('data', take);
    stream.on('end', () => resolve(Buffer.concat(chunks)));
    // Without a listener a later error would end the process.
    stream.on('error', reject);
    const end = () => {
      if (!stream.readableEnded) reject(new Error('the sender went away'));
    };
    stream.on('close', end);
    if (stream.destroyed) end();
  });
}

/**
 * Takes in the rest of a body, as far as it comes soon.
 *
 * Most clients read the answer only after they have sent everything, and lose it when the connection ends before.
 */
function discardRest(stream: Readable): Promise<void> {
  return new Promise((resolve) => {
    let size = 0;
    const skip = (chunk: Uint8Array) => {
      size += chunk.byteLength;
      if (size > MAX_DISCARDED.bytes) stop();
    };
    const stop = () => {
      clearTimeout(timer);
      stream.off('data', skip).off('end', stop).off('close', stop).pause();
      resolve();
    };
    const timer = setTimeout(stop, MAX_DISCARDED.time);
    stream.on('data', skip).once('end', stop).once('close', stop).resume();
  });
}
