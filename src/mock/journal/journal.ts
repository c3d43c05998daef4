import { createSlot, type EntrySlot, emptySlot, readSlot, writeSlot } from './entry-slot.ts';
import type { JournalEntry, NumberedEntry } from './journal-entry.ts';

/** Recent requests and webhooks of a sandbox. */
export interface Journal {
  readonly record: (entry: JournalEntry) => void;
  /** Oldest first, long bodies truncated. */
  readonly entries: () => NumberedEntry[];
  /** Number of all entries since the journal was last cleared. */
  readonly total: () => number;
  readonly clear: () => void;
}

/** What a journal shares with the others of its server. */
export interface JournalShare {
  /** Number of an entry among those of all journals. */
  readonly nextNumber: () => number;
  /** Called when the journal takes more bytes than before, or less. */
  readonly onGrowth: (bytes: number) => void;
}

/** Journal whose oldest entry can be dropped to make room for those of others. */
export interface SharingJournal extends Journal {
  /** Number of the oldest entry among those of all journals; infinite if there is none to drop. */
  readonly oldestNumber: () => number;
  readonly dropOldest: () => void;
}

/** Maximum number of entries, and of bytes that they take. */
const MAX_ENTRIES = 200;
const MAX_BYTES = 8 * 1024 * 1024;

/** Creates an empty journal; above the limits, the oldest entries are dropped. */
export function createJournal({ nextNumber, onGrowth }: JournalShare): SharingJournal {
  // Ring buffer: entry n is at index n modulo MAX_ENTRIES, so no entry ever moves.
  let ring: EntrySlot[] = [];
  let [oldest, total, bytes] = [1, 0, 0];
  return {
    record: (entry) => {
      total += 1;
      if (total - oldest >= MAX_ENTRIES) oldest += 1;
      const slot = ring[total % MAX_ENTRIES] ?? createSlot();
      ring[total % MAX_ENTRIES] = slot;
      slot.number = nextNumber();
      grow(writeSlot(slot, entry));
      while (bytes > MAX_BYTES && oldest < total) dropOldest();
    },
    entries: () =>
      Array.from({ length: total - oldest + 1 }, (_, index) => oldest + index).flatMap((id) => {
        const slot = ring[id % MAX_ENTRIES];
        const entry = slot && readSlot(slot);
        return entry === undefined ? [] : [[id, entry] as const];
      }),
    total: () => total,
    clear: () => {
      ring = [];
      grow(-bytes);
      [oldest, total] = [1, 0];
    },
    oldestNumber: () =>
      oldest > total ? Number.POSITIVE_INFINITY : (ring[oldest % MAX_ENTRIES]?.number ?? 0),
    dropOldest,
  };

  function dropOldest(): void {
    const slot = ring[oldest % MAX_ENTRIES];
    if (slot !== undefined) grow(-emptySlot(slot));
    oldest += 1;
  }

  function grow(by: number): void {
    if (by === 0) return;
    bytes += by;
    onGrowth(by);
  }
}
