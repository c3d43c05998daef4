import type { operations } from '../../generated/mock-control/types.ts';
import type { NumberedEntry } from './journal-entry.ts';

export type JournalFilter = NonNullable<operations['listJournal']['parameters']['query']>;

const DEFAULT_LIMIT = 100;

export interface FilteredEntries {
  /** Oldest first. */
  readonly entries: readonly NumberedEntry[];
  /** Number of all entries that match. */
  readonly total: number;
}

/** Filters entries: the newest ones up to `limit`, or with `after` the first ones after that id. */
export function filterEntries(
  entries: readonly NumberedEntry[],
  { limit = DEFAULT_LIMIT, ...filter }: JournalFilter,
): FilteredEntries {
  const matching = entries.filter((entry) => matches(entry, filter));
  return {
    entries: filter.after === undefined ? matching.slice(-limit) : matching.slice(0, limit),
    total: matching.length,
  };
}

function matches([id, entry]: NumberedEntry, filter: JournalFilter): boolean {
  const { api, operation, method, status, kind, after = 0 } = filter;
  return (
    id > after &&
    (api ?? entry.api) === entry.api &&
    (operation ?? entry.operation) === entry.operation &&
    (method ?? entry.method) === entry.method &&
    (status ?? entry.status) === entry.status &&
    (kind ?? entry.kind) === entry.kind
  );
}
