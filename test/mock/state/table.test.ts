import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, createTable } from '../../../src/mock/state/table.ts';

interface Row {
  readonly id: string;
  readonly group: string;
  readonly rank: number;
}

function tableOf(onChange: (change: Change) => void = () => {}) {
  return createTable(
    {
      key: (row) => (row as Row).id,
      indexes: {
        came: { group: (row) => (row as Row).group },
        ranked: {
          group: (row) => (row as Row).group,
          order: (one, other) => (one as Row).rank - (other as Row).rank,
        },
        high: { group: (row) => ((row as Row).rank > 5 ? 'high' : undefined) },
      },
    },
    onChange,
  );
}

const row = (id: string, group = 'a', rank = 0): Row => ({ id, group, rank });

describe('createTable', () => {
  test('lists a group in the order in which its rows came', () => {
    const table = tableOf();
    for (const id of ['3', '1', '2']) table.put(row(id));
    table.put(row('4', 'b'));
    expect(table.list('came', 'a')).toEqual([row('3'), row('1'), row('2')]);
    expect(table.list('came', 'none')).toEqual([]);
  });

  test('keeps the place of a row that is put anew', () => {
    const table = tableOf();
    for (const id of ['1', '2']) table.put(row(id));
    table.put(row('1', 'a', 9));
    expect(table.rows()).toEqual([row('1', 'a', 9), row('2')]);
    expect(table.list('came', 'a')).toEqual(table.rows());
    expect(table.list('high', 'high')).toEqual([row('1', 'a', 9)]);
  });

  test('moves a row to the group that it belongs to now', () => {
    const table = tableOf();
    table.put(row('1'));
    table.put(row('1', 'b'));
    expect(table.list('came', 'a')).toEqual([]);
    expect(table.list('came', 'b')).toEqual([row('1', 'b')]);
  });

  test('tells of a change with the row before and after it', () => {
    const changes: Change[] = [];
    const table = tableOf((change) => changes.push(change));
    table.put(row('1'));
    table.put(row('1', 'b'));
    expect(table.delete('1')).toBe(true);
    expect(table.delete('1')).toBe(false);
    const [first, second] = [row('1'), row('1', 'b')].map((value) => ({ row: value, place: 0 }));
    expect(changes).toEqual([
      { key: '1', before: undefined, after: first },
      { key: '1', before: first, after: second },
      { key: '1', before: second, after: undefined },
    ]);
  });

  test('tells where a row stands in a group, or would stand if it belonged there', () => {
    const table = tableOf();
    for (const id of ['1', '2', '3']) table.put(row(id));
    table.put(row('2', 'b'));
    expect(table.position('came', 'a', '3')).toBe(1);
    expect(table.position('came', 'a', '2')).toBe(1);
    expect(table.position('came', 'none', '2')).toBe(0);
    expect(table.position('came', 'a', '4')).toBeUndefined();
  });

  test('lists thousands of rows that came before the first look', () => {
    const table = tableOf();
    const ids = Array.from({ length: 2500 }, (_, at) => `${at}`);
    for (const id of ids) table.put(row(id, 'a', -Number(id)));
    table.delete('1200');
    const kept = ids.filter((id) => id !== '1200').map((id) => row(id, 'a', -Number(id)));
    expect(table.list('came', 'a')).toEqual(kept);
    expect(table.list('ranked', 'a')).toEqual(kept.toReversed());
    expect([table.size, table.get('2499'), table.get('1200')]).toEqual([
      2499,
      kept.at(-1),
      undefined,
    ]);
  });

  test('gives each caller an empty list of its own', () => {
    const table = tableOf();
    (table.list('came', 'none') as Row[]).push(row('1'));
    expect(table.list('came', 'none')).toEqual([]);
  });

  test('refuses to list by an index that it has not', () => {
    expect(() => tableOf().list('size', 'a')).toThrow('The table has no index "size".');
  });

  test('lists as a sorted copy of its rows would, whatever was put and deleted', () => {
    const act = fc.record({
      id: fc.constantFrom('1', '2', '3', '4', '5'),
      group: fc.constantFrom('a', 'b'),
      rank: fc.integer({ min: 0, max: 3 }),
      isDelete: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const table = tableOf();
        for (const { isDelete, ...value } of acts) {
          if (isDelete) table.delete(value.id);
          else table.put(value);
        }
        const rows = table.rows() as Row[];
        expect(rows.length).toBe(table.size);
        for (const group of ['a', 'b']) {
          const mine = rows.filter((value) => value.group === group);
          expect(table.list('came', group)).toEqual(mine);
          expect(table.list('ranked', group)).toEqual(mine.toSorted((x, y) => x.rank - y.rank));
        }
      }),
    );
  });
});
