import {
  type JournalStore,
  KEPT_ENTRIES,
  type NewEntry,
  type SkippedEntries,
} from '../state/state-log.ts';
import type { Connections } from './connections.ts';
import { escapeNul, joinTexts, restoreNul } from './join-texts.ts';

const NOTHING: SkippedEntries = { number: 0, counts: {} };

/** Creates the journals in a schema, whose name is quoted. */
export function createJournals(
  { run }: Connections,
  schema: string,
  lifetime: number | undefined,
): JournalStore {
  const append = { name: 'record', text: `select ${schema}.record($1, $2, $3, $4, $5, $6)` };
  const clear = { name: 'clear', text: `select ${schema}.clear($1)` };
  const read = { name: 'read', text: writeRead(schema) };
  return {
    append: async (sandbox, entries, skipped = NOTHING) => {
      const size = skipped.number + entries.length;
      if (size === 0) return;
      const texts = entries.slice(-KEPT_ENTRIES).map(({ text }) => text);
      const contents = texts.length === 0 ? undefined : joinTexts(texts);
      const counts = countNames(entries, skipped.counts);
      const names = [...counts.keys()].map(escapeNul);
      const values = [escapeNul(sandbox), size, contents, names, [...counts.values()]];
      await run(append, [...values, KEPT_ENTRIES], { isWrite: true });
    },
    read: async (sandbox, after) => {
      const rows = await run(read, [escapeNul(sandbox), after, lifetime]);
      const select = (wanted: string) => rows.filter(([kind]) => kind === wanted);
      const [[, , last = 0, cleared = 0] = []] = select('journal');
      const entries = select('entry').map(([, text, id]) => {
        return [Number(id), restoreNul(String(text))] as const;
      });
      const counts = select('count').map(([, name, number]) => {
        return [restoreNul(String(name)), Number(number)] as const;
      });
      return {
        entries: entries.sort(([a], [b]) => a - b),
        last: Number(last),
        cleared: Number(cleared),
        counts: Object.fromEntries(counts),
      };
    },
    clear: async (sandbox) => void (await run(clear, [escapeNul(sandbox)], { isWrite: true })),
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

/** One statement, so that all of it is of one moment. What its sandbox outlived is read no more. */
function writeRead(schema: string): string {
  return `
with journal as materialized (
  select j.* from ${schema}.journals j left join ${schema}.sandboxes s on s.name = j.sandbox
  where j.sandbox = $1 and ($3::double precision is null
    or greatest(j.used_at, s.used_at) >= clock_timestamp() - $3 * interval '1 millisecond')
)
select 'journal', null, j.last, j.cleared from journal j
union all
select 'entry', e.content, e.id, null from journal j join ${schema}.entries e on e.sandbox = j.sandbox and e.id > $2
union all
select 'count', c.name, c.number, null from journal j join ${schema}.counts c on c.sandbox = j.sandbox`;
}
