import type { Writable } from 'node:stream';

/** UTF-16 units that are collected before they are written. */
const BATCH = 64 * 1024;
/** Bytes that wait for a slow reader before lines are left out. */
const MAX_BACKLOG = 1024 * 1024;

export interface LineWriter {
  readonly write: (line: string) => void;
  /** Hands over what was collected. */
  readonly flush: () => void;
}

/**
 * Makes a writer that hands lines to a stream together, at the end of each turn of the event loop.
 *
 * A reader that went away costs the lines alone. While one is slow, lines are left out; `describeLoss` then says how many.
 */
export function createLineWriter(
  stream: Writable,
  describeLoss: (lines: number) => string,
): LineWriter {
  let lines: string[] = [];
  let size = 0;
  let lost = 0;
  // A closed pipe must not end the server; without a listener the error would.
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
      lost += batch.length;
      return;
    }
    if (lost > 0) batch.unshift(describeLoss(lost));
    lost = 0;
    if (batch.length > 0) stream.write(`${batch.join('\n')}\n`);
  }
}
