import {
  KEPT_ENTRIES,
  type NewEntry,
  type SkippedEntries,
  type StoredJournal,
} from '../state/state-log.ts';

/** Newest entries of one sandbox, in the memory of this process. */
export interface LocalJournal {
  readonly append: (entries: readonly NewEntry[], skipped: SkippedEntries | undefined) => void;
  readonly read: (after: number) => StoredJournal;
  readonly clear: () => void;
  /** Number of entries since it was cleared. */
  readonly recorded: () => number;
}

/** Creates an empty journal. */
export function createLocalJournal(): LocalJournal {
  let entries: (readonly [number, string])[] = [];
  let counts = new Map<string, number>();
  let [last, cleared] = [0, 0];
  return {
    append: (added, skipped) => {
      last += skipped?.number ?? 0;
      for (const [name, times] of Object.entries(skipped?.counts ?? {})) count(name, times);
      for (const { text, counted } of added) {
        last += 1;
        entries.push([last, text]);
        if (counted !== undefined) count(counted, 1);
      }
      entries = entries.slice(-KEPT_ENTRIES);
    },
    read: (after) => ({
      entries: entries.filter(([id]) => id > after),
      last,
      cleared,
      counts: Object.fromEntries(counts),
    }),
    clear: () => {
      [entries, counts, cleared] = [[], new Map(), last];
    },
    recorded: () => last - cleared,
  };

  function count(name: string, times: number): void {
    counts.set(name, (counts.get(name) ?? 0) + times);
  }
}
