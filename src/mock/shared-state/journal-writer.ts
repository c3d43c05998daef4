import { encodeEntry } from '../journal/encode-entry.ts';
import type { JournalEntry } from '../journal/journal-entry.ts';
import { type JournalStore, KEPT_ENTRIES } from '../state/state-log.ts';

/** Writes journals to the store behind the answers. */
export interface JournalWriter {
  readonly record: (sandbox: string, entry: JournalEntry) => void;
  /** Ends once all that was recorded of a sandbox is written, or lost. */
  readonly flush: (sandbox: string) => Promise<void>;
  /** Forgets what is recorded of a sandbox and not written yet. */
  readonly drop: (sandbox: string) => void;
  readonly close: () => Promise<void>;
}

/** What is recorded of one sandbox and not written yet. */
interface Unwritten {
  /** The newest ones. */
  entries: JournalEntry[];
  /** Number of those before them, of which nothing else is kept than that they were. */
  skipped: number;
  /** How often each name is counted in those. */
  readonly counts: Map<string, number>;
  /** When the first one came, in milliseconds of the process. */
  readonly since: number;
}

/**
 * Milliseconds for which entries are collected, and for a sandbox of which more came than are kept: most of its entries are
 * those that the store would drop at once.
 */
const DELAY = 100;
const BUSY_DELAY = 500;

/** Creates a writer. Entries are lost while the store is away. */
export function createJournalWriter(journals: JournalStore): JournalWriter {
  const unwritten = new Map<string, Unwritten>();
  /** Writes under way, by sandbox: entries are written in order. */
  const writing = new Map<string, Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  return {
    record: (sandbox, entry) => {
      const known: Unwritten = unwritten.get(sandbox) ?? createUnwritten();
      unwritten.set(sandbox, known);
      known.entries.push(entry);
      if (known.entries.length >= 2 * KEPT_ENTRIES) skipOld(known);
      timer ??= setTimeout(writeAll, DELAY).unref();
    },
    flush: async (sandbox) => {
      await writing.get(sandbox);
      await write(sandbox);
    },
    drop: (sandbox) => void unwritten.delete(sandbox),
    close: async () => {
      clearTimeout(timer);
      await Promise.all([...unwritten.keys()].map(write));
      await Promise.all(writing.values());
    },
  };

  function writeAll(): void {
    timer = undefined;
    const now = performance.now();
    for (const [sandbox, { entries, skipped, since }] of unwritten) {
      const isBusy = skipped + entries.length > KEPT_ENTRIES;
      if (!isBusy || now - since >= BUSY_DELAY) void write(sandbox);
      else timer ??= setTimeout(writeAll, DELAY).unref();
    }
  }

  async function write(sandbox: string): Promise<void> {
    const taken = unwritten.get(sandbox);
    if (taken === undefined || writing.has(sandbox)) return;
    unwritten.delete(sandbox);
    skipOld(taken);
    const { entries, skipped, counts } = taken;
    const kept = entries.map((entry) => ({ text: encodeEntry(entry), counted: nameOf(entry) }));
    const written = journals
      .append(sandbox, kept, { number: skipped, counts: Object.fromEntries(counts) })
      // The store says itself that it is away, and nobody was promised the journal.
      .catch(() => {})
      .finally(() => writing.delete(sandbox));
    writing.set(sandbox, written);
    await written;
    if (unwritten.has(sandbox)) timer ??= setTimeout(writeAll, DELAY).unref();
  }
}

function createUnwritten(): Unwritten {
  return { entries: [], skipped: 0, counts: new Map(), since: performance.now() };
}

/** Counts and drops the entries that the store would drop. */
function skipOld(unwritten: Unwritten): void {
  const { entries, counts } = unwritten;
  const excess = Math.max(entries.length - KEPT_ENTRIES, 0);
  unwritten.skipped += excess;
  for (const entry of entries.splice(0, excess)) {
    const counted = nameOf(entry);
    if (counted !== undefined) counts.set(counted, (counts.get(counted) ?? 0) + 1);
  }
}

/** Name under which an entry counts, for `readCounts`. */
function nameOf({ kind, api, operation, status }: JournalEntry): string | undefined {
  if (kind !== 'request' || api === undefined || operation === undefined) return undefined;
  return status === undefined ? undefined : JSON.stringify([api, operation, status]);
}
