import type { Writable } from 'node:stream';

/** UTF-16 units after which a batch is written at once. */
const BATCH = 64 * 1024;
/** Bytes that may wait for a slow reader before lines are dropped. */
const MAX_BACKLOG = 1024 * 1024;

export interface LineWriter {
  readonly write: (line: string) => void;
  /** Writes the current batch. */
  readonly flush: () => void;
}

/**
 * Creates a writer that batches the lines of each turn of the event loop.
 *
 * Lines that a slow reader would miss are dropped; one line by `describeDropped` replaces them.
 */
export function createLineWriter(
  stream: Writable,
  describeDropped: (lines: number) => string,
): LineWriter {
  let lines: string[] = [];
  let size = 0;
  let dropped = 0;
  // Without a listener, the error of a closed pipe would crash the server.
  stream.on('error', () => {});
  stream.on('drain', flush);
  return { write, flush };

  function write(line: string): void {
    if (lines.length === 0) setImmediate(flush);
    lines.push(line);
    size += line.length;
    if (size >= BATCH) flush();
  }

  function flush(): void {
    const batch = lines;
    lines = [];
    size = 0;
    if (stream.writableLength > MAX_BACKLOG) {
      dropped += batch.length;
      return;
    }
    if (dropped > 0) batch.unshift(describeDropped(dropped));
    dropped = 0;
    if (batch.length > 0) stream.write(`${batch.join('\n')}\n`);
  }
}
