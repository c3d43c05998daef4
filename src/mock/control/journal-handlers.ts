import { describeEntry } from '../journal/describe-entry.ts';
import { exportHar } from '../journal/export-har.ts';
import { filterEntries } from '../journal/filter-entries.ts';
import type { ControlHandlers } from './control-handlers.ts';
import type { Controlled } from './controlled.ts';
import type { Followers } from './followers.ts';
import { problem } from './problem.ts';

/** Creates the handlers that read, follow and clear the journal of a sandbox. */
export function createJournalHandlers({ sandboxes }: Controlled, followers: Followers) {
  const journalOf = (name: string) => sandboxes.open(name).journal;

  return {
    listJournal: ({ path, query }) => {
      const { entries, total } = filterEntries(journalOf(path.sandbox).entries(), query);
      return { status: 200, body: { entries: entries.map(describeEntry), total } };
    },
    followJournal: ({ path, query, request }) => {
      const { limit, hasRoom, follow } = followers;
      if (!hasRoom()) {
        const advice = 'End one of them, or read the journal by listJournal.';
        return problem(503, `${limit} callers follow journals already. ${advice}`);
      }
      const after = Number(request.headers.get('last-event-id') ?? query.after ?? 0);
      const journal = journalOf(path.sandbox).live();
      return {
        status: 200,
        mediaType: 'text/event-stream',
        headers: { 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
        stream: () => follow(journal, after),
      };
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
