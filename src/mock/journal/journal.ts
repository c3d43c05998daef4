import { createSlot, type EntrySlot, emptySlot, readSlot, writeSlot } from './entry-slot.ts';
import type { JournalEntry, NumberedEntry } from './journal-entry.ts';
import { createStatusCounter, type StatusCounts } from './status-counter.ts';

/** Recent requests and webhooks of a sandbox. */
export interface Journal {
  readonly record: (entry: JournalEntry) => void;
  /** Those with a higher id than `after`, oldest first, long bodies truncated. */
  readonly entries: (after?: number) => NumberedEntry[];
  /** Number of all entries since the journal was last cleared. */
  readonly total: () => number;
  /** Id of the newest entry that there ever was; 0 before the first. */
  readonly lastId: () => number;
  /** How often operations were answered since the journal was last cleared. */
  readonly counts: () => StatusCounts;
  /** Forgets all entries and counts; ids go on. */
  readonly clear: () => void;
  /** Tells a follower of all that happens, until the function that is given back is called. */
  readonly follow: (follower: JournalFollower) => () => void;
  /** The same journal as what follows it reads it, outside of visits. */
  readonly live: () => Journal;
}

/** Who is told what happens to a journal. */
export interface JournalFollower {
  readonly onEntry: () => void;
  readonly onClear: () => void;
  /** Called when the journal goes with its sandbox; nothing follows. */
  readonly onEnd: () => void;
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
  /** Tells all followers that nothing follows. */
  readonly end: () => void;
}

/** Maximum number of entries, and of bytes that they take. */
const MAX_ENTRIES = 200;
const MAX_BYTES = 8 * 1024 * 1024;

/** Creates an empty journal; above the limits, the oldest entries are dropped. */
export function createJournal({ nextNumber, onGrowth }: JournalShare): SharingJournal {
  // Ring buffer: entry n is at index n modulo MAX_ENTRIES, so no entry ever moves.
  let ring: EntrySlot[] = [];
  let [oldest, last, bytes, cleared] = [1, 0, 0, 0];
  const counts = createStatusCounter();
  const followers = new Set<JournalFollower>();
  const journal: SharingJournal = {
    live: () => journal,
    record: (entry) => {
      last += 1;
      if (last - oldest >= MAX_ENTRIES) oldest += 1;
      const slot = ring[last % MAX_ENTRIES] ?? createSlot();
      ring[last % MAX_ENTRIES] = slot;
      slot.number = nextNumber();
      grow(writeSlot(slot, entry));
      while (bytes > MAX_BYTES && oldest < last) dropOldest();
      counts.note(entry);
      for (const { onEntry } of followers) onEntry();
    },
    entries: (after = 0) => {
      const first = Math.max(oldest, after + 1);
      return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
        const id = first + index;
        const slot = ring[id % MAX_ENTRIES];
        const entry = slot && readSlot(slot);
        return entry === undefined ? [] : [[id, entry] as const];
      }).flat();
    },
    total: () => last - cleared,
    lastId: () => last,
    counts: counts.read,
    clear: () => {
      ring = [];
      grow(-bytes);
      [oldest, cleared] = [last + 1, last];
      counts.clear();
      for (const { onClear } of followers) onClear();
    },
    follow: (follower) => {
      followers.add(follower);
      return () => followers.delete(follower);
    },
    oldestNumber: () =>
      oldest > last ? Number.POSITIVE_INFINITY : (ring[oldest % MAX_ENTRIES]?.number ?? 0),
    dropOldest,
    end: () => {
      for (const { onEnd } of followers) onEnd();
      followers.clear();
    },
  };
  return journal;

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
