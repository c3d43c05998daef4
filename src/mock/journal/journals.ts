import { createJournal, type Journal, type SharingJournal } from './journal.ts';
import type { JournalEntry } from './journal-entry.ts';

/** Bytes that the journals of a server take together, unless it is told otherwise. */
const DEFAULT_LIMIT = 64 * 1024 * 1024;

/** Journal of one sandbox, among those of others. */
export interface SandboxJournal extends Journal {
  /** Frees what it takes, when its sandbox is removed. A request that is still under way may record once more. */
  readonly close: () => void;
}

/** Journals of all sandboxes of a server, which share one limit. */
export interface Journals {
  /** Opens an empty journal; `onRecord` is called with each entry as it was, before long bodies are cut. */
  readonly open: (onRecord?: (entry: JournalEntry) => void) => SandboxJournal;
}

/** Creates the journals of a server: while they take more than `limit` bytes, the oldest entry of all is dropped. */
export function createJournals(limit: number = DEFAULT_LIMIT): Journals {
  const journals = new Set<SharingJournal>();
  let bytes = 0;
  let last = 0;
  return { open };

  function open(onRecord?: (entry: JournalEntry) => void): SandboxJournal {
    const journal = createJournal({ nextNumber, onGrowth: (by) => grow(journal, by) });
    journals.add(journal);
    const { end: _, ...shown } = journal;
    return { ...shown, ...(onRecord !== undefined && { record }), close };

    function record(entry: JournalEntry): void {
      journal.record(entry);
      onRecord?.(entry);
    }

    function close(): void {
      journal.clear();
      journal.end();
      journals.delete(journal);
    }
  }

  function nextNumber(): number {
    last += 1;
    return last;
  }

  function grow(journal: SharingJournal, by: number): void {
    if (!journals.has(journal)) return;
    bytes += by;
    if (by < 0) return;
    while (bytes > limit && dropOldest());
  }

  /** Drops the oldest entry of all; `false` if that is the newest one as well. */
  function dropOldest(): boolean {
    let oldest: SharingJournal | undefined;
    let number = last;
    for (const journal of journals) {
      const candidate = journal.oldestNumber();
      if (candidate < number) [oldest, number] = [journal, candidate];
    }
    oldest?.dropOldest();
    return oldest !== undefined;
  }
}
