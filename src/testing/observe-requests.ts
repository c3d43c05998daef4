import type { JournalEntry } from '../mock/journal/journal-entry.ts';
import { createTally, type OperationCounts, type Tally } from '../mock/journal/tally.ts';
import { createForbiddenLog, type ForbiddenLog } from './forbidden-log.ts';

type Counts = ReadonlyMap<string, OperationCounts>;

/** What is known of all requests of a sandbox. */
export interface Observed {
  readonly forbidden: ForbiddenLog;
  /** `undefined` where nothing is counted. */
  readonly tally: Tally | undefined;
}

/** Observes all requests of a mock, by sandbox. */
export interface Observations {
  readonly note: (sandbox: string, entry: JournalEntry) => void;
  readonly of: (sandbox: string) => Observed;
  /** Forgets a sandbox, but for what was counted. */
  readonly remove: (sandbox: string) => void;
  /** Counts of all sandboxes, also of those that were removed. */
  readonly counts: () => readonly Counts[];
}

/** Starts to observe, with counts if wanted. */
export function observeRequests(isCounting: boolean): Observations {
  const observed = new Map<string, Observed>();
  const finished: Counts[] = [];
  return {
    note: (sandbox, entry) => {
      const { forbidden, tally } = open(sandbox);
      forbidden.note(entry);
      tally?.note(entry);
    },
    of: open,
    remove: (sandbox) => {
      const counts = observed.get(sandbox)?.tally?.read();
      if (counts !== undefined && counts.size > 0) finished.push(counts);
      observed.delete(sandbox);
    },
    counts: () => {
      const current = [...observed.values()].flatMap(({ tally }) => tally?.read() ?? []);
      return [...finished, ...current];
    },
  };

  function open(sandbox: string): Observed {
    const known = observed.get(sandbox);
    if (known !== undefined) return known;
    const made = { forbidden: createForbiddenLog(), tally: isCounting ? createTally() : undefined };
    observed.set(sandbox, made);
    return made;
  }
}
