import type { JournalEntry } from './journal-entry.ts';

/** How often each status of an operation was answered, by API and `operationId`. */
export type StatusCounts = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<number, number>>>;

/** Counts the answers of operations, in a memory that does not grow with them. */
export interface StatusCounter {
  /** Counts an answer, or as many as there were of it. */
  readonly note: (
    entry: Pick<JournalEntry, 'kind' | 'api' | 'operation' | 'status'>,
    times?: number,
  ) => void;
  readonly read: () => StatusCounts;
  readonly clear: () => void;
}

/** Creates a counter without counts. Webhooks, requests to no operation and lost answers are not counted. */
export function createStatusCounter(): StatusCounter {
  const apis = new Map<string, Map<string, Map<number, number>>>();
  return {
    note: ({ kind, api, operation, status }, times = 1) => {
      if (kind !== 'request' || api === undefined || operation === undefined) return;
      if (status === undefined) return;
      const statuses = open(open(apis, api), operation);
      statuses.set(status, (statuses.get(status) ?? 0) + times);
    },
    read: () => apis,
    clear: () => apis.clear(),
  };
}

/** Map that another one has under a key. */
function open<Key, Value>(maps: Map<string, Map<Key, Value>>, key: string): Map<Key, Value> {
  const known = maps.get(key);
  if (known !== undefined) return known;
  const made = new Map<Key, Value>();
  maps.set(key, made);
  return made;
}
