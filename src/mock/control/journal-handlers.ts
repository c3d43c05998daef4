import { describeEntry } from '../journal/describe-entry.ts';
import { exportHar } from '../journal/export-har.ts';
import { filterEntries } from '../journal/filter-entries.ts';
import type { ControlHandlers } from './control-handlers.ts';
import type { Controlled } from './controlled.ts';

/** Creates the handlers that read and clear the journal of a sandbox. */
export function createJournalHandlers({ sandboxes }: Controlled) {
  const journalOf = (name: string) => sandboxes.open(name).journal;

  return {
    listJournal: ({ path, query }) => {
      const { entries, total } = filterEntries(journalOf(path.sandbox).entries(), query);
      return { status: 200, body: { entries: entries.map(describeEntry), total } };
    },
    clearJournal: ({ path }) => {
      journalOf(path.sandbox).clear();
      return { status: 204 };
    },
    exportJournal: ({ path }) => ({
      status: 200,
      body: exportHar(journalOf(path.sandbox).entries()),
    }),
  } satisfies ControlHandlers;
}
