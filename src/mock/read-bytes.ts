import type { Readable } from 'node:stream';
import type { HeaderReader } from '../contract/header-reader.ts';
import type { Eventual } from './eventual.ts';
import type { Refusal, RefusalKind } from './refusal.ts';
import type { RequestBody } from './wire.ts';

/** Most bytes of a request body that are kept where no limit is given: 10 MB. */
export const DEFAULT_BODY_LIMIT = 10 * 1024 * 1024;

const NO_BYTES = Buffer.alloc(0);

/** How much of a body, and for how many milliseconds, is read to no use before it is refused. */
const MAX_DISCARDED = { bytes: 64 * 1024 * 1024, time: 500 };

/** Reads a request's body; one of more than `limit` bytes is refused, and no more than those are kept. */
export function readBytes(
  body: RequestBody,
  headers: HeaderReader,
  limit: number,
): Eventual<Buffer | Refusal> {
  const { stream } = body;
  const announced = headers.get('content-length');
  const take = (bytes: Buffer | undefined) => {
    if (bytes === undefined) return refuseRest();
    body.bytes = bytes;
    return bytes;
  };
  const refuseRest = async (): Promise<Buffer | Refusal> => {
    await discardRest(stream);
    return tooLarge(limit, announced ?? `more than ${limit}`);
  };
  if (Number(announced) > limit) return refuseRest();
  if (isWhole(stream)) return take(readWhole(stream, limit));
  return collect(stream, limit).then<Buffer | Refusal, Refusal>(take, brokenOff);
}

/** Whether all of a message of Node's HTTP server is there: most bodies come together with their head. */
function isWhole(stream: Readable): boolean {
  return 'complete' in stream && stream.complete === true && !stream.destroyed;
}

function readWhole(stream: Readable, limit: number): Buffer | undefined {
  const bytes: Buffer = stream.read() ?? NO_BYTES;
  return bytes.length > limit ? undefined : bytes;
}

/** The sender went away, or the body was read before. */
function brokenOff(error: unknown): Refusal {
  const found = error instanceof Error ? error.message : String(error);
  return refuse('malformed-body', 'readable', 'a whole body', found);
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
    // Whatever comes after the first of these finds the promise settled, and unheard an error would end the process.
    stream.on('data', take);
    stream.on('end', () => resolve(join(chunks)));
    stream.on('error', reject);
    const end = () => {
      if (!stream.readableEnded) reject(new Error('the sender went away'));
    };
    stream.on('close', end);
    // Then it has told of its end before.
    if (stream.destroyed) end();
  });
}

function join(chunks: readonly Uint8Array[]): Buffer {
  const [only] = chunks;
  return chunks.length === 1 && Buffer.isBuffer(only) ? only : Buffer.concat(chunks);
}

/**
 * Lets the rest of a body pass, as far as it comes soon.
 *
 * Most clients send all before they read the answer, and an end of the connection meanwhile would hide it from them.
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

function tooLarge(limit: number, size: string): Refusal {
  return refuse('body-too-large', 'bodyLimit', `at most ${limit} bytes`, `${size} bytes`);
}

function refuse(kind: RefusalKind, keyword: string, expected: string, found: string): Refusal {
  return { kind, violations: [{ in: 'body', pointer: '', keyword, expected, found }] };
}
