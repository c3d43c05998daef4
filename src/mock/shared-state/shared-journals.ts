import type { Contract } from '../../contract/model/contract.ts';
import { decodeEntry } from '../journal/encode-entry.ts';
import type { Journal } from '../journal/journal.ts';
import type { NumberedEntry } from '../journal/journal-entry.ts';
import type { JournalStore, StoredJournal } from '../state/state-log.ts';
import { createJournalWriter } from './journal-writer.ts';
import { createLiveJournal } from './live-journal.ts';
import { readCounts } from './read-counts.ts';

/** Journals of all sandboxes, which servers write together. */
export interface SharedJournals {
  /** Journal of a sandbox: written behind the answers, and read within visits that it was loaded for. */
  readonly open: (sandbox: string) => Journal;
  /** Loads a journal for a visit, with all that this server recorded. */
  readonly load: (sandbox: string) => Promise<StoredJournal>;
  readonly close: () => Promise<void>;
}

export interface SharedJournalsOptions {
  readonly journals: JournalStore;
  /** What was loaded for the visit that runs. */
  readonly readLoaded: (sandbox: string) => StoredJournal;
  /** Does something once what the visit did is stored. */
  readonly addEffect: (sandbox: string, effect: () => Promise<void>) => void;
  readonly findContract: (api: string) => WeakRef<Contract> | undefined;
}

/** Opens the journals of a store. */
export function openSharedJournals(options: SharedJournalsOptions): SharedJournals {
  const { journals, readLoaded, addEffect, findContract } = options;
  const writer = createJournalWriter(journals);
  return { open, load, close: writer.close };

  async function load(sandbox: string): Promise<StoredJournal> {
    await writer.flush(sandbox);
    return journals.read(sandbox, 0);
  }

  function open(sandbox: string): Journal {
    const loaded = () => readLoaded(sandbox);
    return {
      record: (entry) => writer.record(sandbox, entry),
      entries: (after = 0) => decode(loaded()).filter(([id]) => id > after),
      total: () => loaded().last - loaded().cleared,
      lastId: () => loaded().last,
      counts: () => readCounts(loaded().counts),
      clear: () =>
        addEffect(sandbox, async () => {
          writer.drop(sandbox);
          await journals.clear(sandbox);
        }),
      follow: () => {
        throw new Error('Only a live journal can be followed.');
      },
      live: () =>
        createLiveJournal({
          known: loaded(),
          read: (after) => journals.read(sandbox, after),
          decode,
          toCounts: ({ counts }) => readCounts(counts),
        }),
    };
  }

  function decode({ entries }: StoredJournal): NumberedEntry[] {
    return entries.flatMap(([id, text]) => {
      const entry = decodeEntry(text, findContract);
      return entry === undefined ? [] : [[id, entry] as const];
    });
  }
}
