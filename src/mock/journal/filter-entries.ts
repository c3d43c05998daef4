import type { operations } from '../../generated/mock-control/types.ts';
import type { NumberedEntry } from './journal.ts';

export type JournalFilter = NonNullable<operations['listJournal']['parameters']['query']>;

const DEFAULT_LIMIT = 100;

export interface FilteredEntries {
  /** Oldest first. */
  readonly entries: readonly NumberedEntry[];
  /** Number of those that fit, shown or not. */
  readonly total: number;
}

/** Entries that fit a filter: the newest ones, or the first ones behind an id. */
export function filterEntries(
  entries: readonly NumberedEntry[],
  { limit = DEFAULT_LIMIT, ...filter }: JournalFilter,
): FilteredEntries {
  const fit = entries.filter((entry) => fits(entry, filter));
  return {
    entries: filter.after === undefined ? fit.slice(-limit) : fit.slice(0, limit),
    total: fit.length,
  };
}

function fits([id, entry]: NumberedEntry, filter: JournalFilter): boolean {
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
