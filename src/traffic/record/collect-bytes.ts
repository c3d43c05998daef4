import type { Readable } from 'node:stream';

/** Bytes of a stream that somebody else reads, up to a limit. */
export interface CollectedBytes {
  /** `undefined` where there were more than the limit. */
  readonly read: () => Buffer | undefined;
  /** Size of all that came. */
  readonly size: () => number;
}

/** Keeps the bytes of a stream as they pass. */
export function collectBytes(stream: Readable, limit: number): CollectedBytes {
  let chunks: Buffer[] = [];
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else chunks = [];
  });
  return {
    read: () => (size > limit ? undefined : Buffer.concat(chunks)),
    size: () => size,
  };
}
