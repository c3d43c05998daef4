import type { Readable } from 'node:stream';

/** Counts what the bodies that are still being sent hold in memory. */
export interface UnfinishedBodies {
  /** Counts bytes of a body that may have `limit` bytes. */
  readonly add: (body: Readable, bytes: number, limit: number) => void;
  /** Forgets a body. */
  readonly end: (body: Readable) => void;
}

/** Bytes that all of them may have together, unless the limit of one body is large. */
const MAX_BYTES = 256 * 1024 * 1024;
/** Bodies of the largest size that may always be sent at the same time. */
const MIN_BODIES = 25;

/**
 * Keeps the bodies of slow senders from filling the memory: when all have too many bytes together, the one that began
 * first is broken off.
 */
export function createUnfinishedBodies(maxBytes = MAX_BYTES): UnfinishedBodies {
  // In the order in which they began.
  const sizes = new Map<Readable, number>();
  let total = 0;
  return { add, end };

  function add(body: Readable, bytes: number, limit: number): void {
    sizes.set(body, (sizes.get(body) ?? 0) + bytes);
    total += bytes;
    if (total <= Math.max(maxBytes, MIN_BODIES * limit)) return;
    const [oldest = body] = sizes.keys();
    end(oldest);
    oldest.destroy(new Error('too many unfinished bodies were sent at the same time'));
  }

  function end(body: Readable): void {
    total -= sizes.get(body) ?? 0;
    sizes.delete(body);
  }
}
