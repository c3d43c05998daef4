import { memberOf } from '../../contract/model/member-of.ts';
import type { Table, TableSpec } from '../state/table.ts';

/** Table of the last number of each sequence, so that no number comes twice. */
export const SEQUENCES = '_sequences';

/** Spec of the table of sequences. */
export const SEQUENCES_TABLE: TableSpec = { key: (row) => String(memberOf(row, 'name')) };

/** Takes the next number of a sequence; a new one begins behind the greatest number that is there. */
export function nextNumber(
  tables: Readonly<Record<string, Table<object, string>>>,
  name: string,
  findGreatest: () => number,
): number {
  const table = tables[SEQUENCES];
  const last = memberOf(table?.get(name), 'last');
  const next = (typeof last === 'number' ? last : findGreatest()) + 1;
  table?.put({ name, last: next });
  return next;
}
