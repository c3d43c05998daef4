import type { Contract } from '../../contract/contract.ts';
import type { PathValues } from '../../contract/match-operation.ts';
import type { Violation } from '../../contract/violation.ts';
import type { Lasting } from '../lasting.ts';
import { createSlot, type EntrySlot, emptySlot, readSlot, writeSlot } from './entry-slot.ts';

/** Header fields and body of a message as they were on the wire. */
export interface JournalMessage extends Lasting {
  /** Names and values in turn, or values by name. */
  readonly headers: readonly string[] | Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string | undefined;
  /** Bytes of the whole body where not all of it is kept. */
  readonly size?: number | undefined;
}

export interface JournalRequest extends JournalMessage {
  readonly headers: readonly string[];
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
  readonly request: JournalRequest;
  readonly response: JournalMessage | undefined;
}

/** Entry and its number, counted from 1 in each journal. */
export type NumberedEntry = readonly [id: number, entry: JournalEntry];

/** What a sandbox has seen, as far as it is kept. */
export interface Journal {
  readonly record: (entry: JournalEntry) => void;
  /** Oldest first, each body as bytes and as far as it is kept. */
  readonly entries: () => NumberedEntry[];
  /** Number of all entries since the last time it was cleared. */
  readonly total: () => number;
  readonly clear: () => void;
}

/** Most entries of a journal, and most bytes that they take together. */
const MAX_ENTRIES = 200;
const MAX_BYTES = 8 * 1024 * 1024;

/** Makes an empty journal; the oldest entries go when there are too many. */
export function createJournal(): Journal {
  // The entry with the number n stands at n modulo the length; its slot is used again, so that none is ever moved.
  let ring: EntrySlot[] = [];
  let oldest = 1;
  let total = 0;
  let bytes = 0;
  return {
    record: (entry) => {
      total += 1;
      if (total - oldest >= MAX_ENTRIES) oldest += 1;
      const slot = ring[total % MAX_ENTRIES] ?? createSlot();
      ring[total % MAX_ENTRIES] = slot;
      bytes += writeSlot(slot, entry);
      while (bytes > MAX_BYTES && oldest < total) dropOldest();
    },
    entries: () => {
      const ids = Array.from({ length: total - oldest + 1 }, (_, index) => oldest + index);
      return ids.flatMap((id) => {
        const slot = ring[id % MAX_ENTRIES];
        const entry = slot && readSlot(slot);
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
    const slot = ring[oldest % MAX_ENTRIES];
    if (slot !== undefined) bytes -= emptySlot(slot);
    oldest += 1;
  }
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
