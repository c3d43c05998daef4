import type { Contract } from '../../contract/contract.ts';
import type { PathValues } from '../../contract/match-operation.ts';
import type { Violation } from '../../contract/violation.ts';

/** Header fields and body of a message as they were on the wire. */
export interface JournalMessage {
  /** Names and values in turn, or values by name. */
  readonly headers: readonly string[] | Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string | undefined;
  /** Bytes of the whole body where not all of it is kept. */
  readonly size?: number;
}

/** One message and its answer: a request to the mock, or a webhook that it has sent. */
export interface JournalEntry {
  readonly kind: 'request' | 'webhook';
  /** Real time of the answer in milliseconds of the epoch. */
  readonly at: number;
  readonly milliseconds: number;
  readonly api: string | undefined;
  /** `operationId`, or that of a webhook. */
  readonly operation: string | undefined;
  readonly method: string;
  /** Scheme and host. */
  readonly origin: string;
  /** As sent; the query without its `?`. */
  readonly path: string;
  readonly query: string;
  readonly pathValues: PathValues | undefined;
  /** Says which parts of path and query are secret; not kept alive once another one is served in its place. */
  readonly contract: WeakRef<Contract> | undefined;
  /** Absent where no answer came. */
  readonly status: number | undefined;
  readonly violations: readonly Violation[];
  readonly request: JournalMessage;
  readonly response: JournalMessage | undefined;
}

/** Entry and its number, counted from 1 in each journal. */
export type NumberedEntry = readonly [id: number, entry: JournalEntry];

/** What a sandbox has seen, as far as it is kept. */
export interface Journal {
  readonly record: (entry: JournalEntry) => void;
  /** Oldest first. */
  readonly entries: () => NumberedEntry[];
  /** Number of all entries since the last time it was cleared. */
  readonly total: () => number;
  readonly clear: () => void;
}

/**
 * Most entries of a journal, and most bytes of their bodies.
 *
 * Under load an entry outlives the next garbage collection, which copies it, unless there are few.
 */
const MAX_ENTRIES = 200;
const MAX_BYTES = 8 * 1024 * 1024;
/** Most bytes that are kept of one body. */
const MAX_BODY = 256 * 1024;

/** Makes an empty journal; the oldest entries go when there are too many. */
export function createJournal(): Journal {
  // The entry with the number n stands at n modulo the length, so that none is ever moved.
  let ring: (JournalEntry | undefined)[] = [];
  let oldest = 1;
  let total = 0;
  let bytes = 0;
  return {
    record: (entry) => {
      total += 1;
      if (total - oldest >= MAX_ENTRIES) dropOldest();
      ring[total % MAX_ENTRIES] = entry;
      bytes += sizeOf(entry);
      while (bytes > MAX_BYTES && oldest < total) dropOldest();
    },
    entries: () => {
      const ids = Array.from({ length: total - oldest + 1 }, (_, index) => oldest + index);
      return ids.flatMap((id) => {
        const entry = ring[id % MAX_ENTRIES];
        return entry === undefined ? [] : [[id, entry] as const];
      });
    },
    total: () => total,
    clear: () => {
      ring = [];
      oldest = 1;
      total = 0;
      bytes = 0;
    },
  };

  function dropOldest(): void {
    const entry = ring[oldest % MAX_ENTRIES];
    if (entry !== undefined) bytes -= sizeOf(entry);
    ring[oldest % MAX_ENTRIES] = undefined;
    oldest += 1;
  }
}

/** Message with no more of its body than a journal keeps. */
export function keepMessage(message: JournalMessage): JournalMessage {
  const { headers, body } = message;
  if (body === undefined || (body.length <= MAX_BODY && isCompact(body))) return message;
  if (body.length <= MAX_BODY) return { headers, body: Buffer.from(body) };
  const bytes = Buffer.from(body);
  // A view would keep all of it in memory.
  return { headers, body: Buffer.from(bytes.subarray(0, MAX_BODY)), size: bytes.length };
}

/** Whether bytes are not a small part of a buffer that would be kept with them, as those read from a socket are. */
function isCompact(body: Uint8Array | string): boolean {
  return typeof body === 'string' || body.buffer.byteLength <= 2 * body.length;
}

function sizeOf({ request, response }: JournalEntry): number {
  return (request.body?.length ?? 0) + (response?.body?.length ?? 0);
}

const references = new WeakMap<Contract, WeakRef<Contract>>();

/** Reference to a contract that does not keep it alive. */
export function referTo(contract: Contract): WeakRef<Contract> {
  let reference = references.get(contract);
  if (reference === undefined) {
    reference = new WeakRef(contract);
    references.set(contract, reference);
  }
  return reference;
}
