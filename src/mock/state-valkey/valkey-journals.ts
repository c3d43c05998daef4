import {
  type JournalStore,
  KEPT_ENTRIES,
  type NewEntry,
  type SkippedEntries,
} from '../state/state-log.ts';
import { APPEND_ENTRIES, CLEAR_ENTRIES, READ_ENTRIES } from './scripts/journals.ts';
import { prepareScript, type ValkeyConnection } from './valkey-connection.ts';

const SCRIPTS = {
  append: prepareScript(APPEND_ENTRIES),
  read: prepareScript(READ_ENTRIES),
  clear: prepareScript(CLEAR_ENTRIES),
};

/** Start of the fields that count, so that none is called `last` or `cleared`. */
const COUNTED = 'of ';

const NOTHING: SkippedEntries = { number: 0, counts: {} };

/** Keeps journals; `limits` are the time to live and the number of sandboxes, 0 for none. */
export function createValkeyJournals(
  connection: ValkeyConnection,
  limits: readonly [ttl: number, limit: number],
): JournalStore {
  return {
    append: async (sandbox, entries, skipped = NOTHING) => {
      const added = skipped.number + entries.length;
      if (added === 0) return;
      const counts = [...countNames(entries, skipped.counts)];
      await connection.runScript(SCRIPTS.append, [
        ...limits,
        sandbox,
        KEPT_ENTRIES,
        added,
        counts.length,
        ...counts.flat(),
        ...entries.slice(-KEPT_ENTRIES).map(({ text }) => text),
      ]);
    },
    read: async (sandbox, after) => {
      const reply = await connection.runScript(SCRIPTS.read, [sandbox, after]);
      const [first, fields, texts] = Array.isArray(reply) ? reply : [];
      const counts = readCounts(fields);
      const entries = [...texts].map((text, at) => [Number(first) + at, String(text)] as const);
      const { last = 0, cleared = 0 } = Object.fromEntries(counts);
      const counted = [...counts].filter(([field]) => field.startsWith(COUNTED));
      return {
        entries,
        last,
        cleared,
        counts: Object.fromEntries(counted.map(([field, n]) => [field.slice(COUNTED.length), n])),
      };
    },
    clear: async (sandbox) => {
      await connection.runScript(SCRIPTS.clear, [sandbox]);
    },
  };
}

function countNames(
  entries: readonly NewEntry[],
  skipped: SkippedEntries['counts'],
): Map<string, number> {
  const counts = new Map(Object.entries(skipped));
  for (const { counted } of entries) {
    if (counted !== undefined) counts.set(counted, (counts.get(counted) ?? 0) + 1);
  }
  return counts;
}

function readCounts(fields: readonly unknown[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at < fields.length; at += 2)
    counts.set(String(fields[at]), Number(fields[at + 1]));
  return counts;
}
