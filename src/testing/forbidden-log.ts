import type { JournalEntry } from '../mock/journal/journal-entry.ts';
import { describeTestEntry, type TestEntry } from './test-entry.ts';

/** Requests of one operation, or to one path that no API has, that broke the contract. */
export interface ForbiddenRequests {
  /** `undefined` for a path without an operation. */
  readonly operation: string | undefined;
  /** Number of all of them. */
  readonly total: number;
  /** The first ten. */
  readonly first: readonly TestEntry[];
}

/** Requests of a sandbox that broke a contract; counts all, and keeps the first ones. */
export interface ForbiddenLog {
  readonly note: (entry: JournalEntry) => void;
  readonly list: () => readonly ForbiddenRequests[];
  readonly clear: () => void;
}

interface Group {
  readonly operation: string | undefined;
  total: number;
  readonly first: TestEntry[];
}

/** Most requests that are kept of each group, and most groups; what is beyond them counts for the last group. */
const MAX_KEPT = 10;
const MAX_GROUPS = 50;

/** Creates an empty log. */
export function createForbiddenLog(): ForbiddenLog {
  const groups = new Map<string, Group>();
  return {
    note: (entry) => {
      if (!entry.isForbidden) return;
      const group = open(entry);
      group.total += 1;
      if (group.first.length < MAX_KEPT) group.first.push(describeTestEntry([group.total, entry]));
    },
    list: () => Array.from(groups.values(), (group) => ({ ...group, first: [...group.first] })),
    clear: () => groups.clear(),
  };

  function open({ api, operation, method, path }: JournalEntry): Group {
    const what = JSON.stringify(operation === undefined ? [method, path] : [api, operation]);
    const key = groups.has(what) || groups.size < MAX_GROUPS ? what : '';
    const known = groups.get(key);
    if (known !== undefined) return known;
    const group = { operation: key === '' ? undefined : operation, total: 0, first: [] };
    groups.set(key, group);
    return group;
  }
}
