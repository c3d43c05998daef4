import { describe, expect, test } from 'vitest';
import { createWorld, type WorldDelta } from '../../../src/mock/state/world.ts';

interface Row {
  readonly id: string;
  readonly count: number;
}

const tables = {
  rows: {
    key: (row: object) => (row as Row).id,
    indexes: { all: { group: () => 'all' } },
  },
};

function worldOf(more: { rowLimit?: number; onCommit?: (delta: WorldDelta) => void } = {}) {
  return createWorld({ tables, seed: 'seed', rowLimit: 10, ...more });
}

const kept = () => true;

describe('createWorld', () => {
  test('keeps what an act has changed', () => {
    const world = worldOf();
    world.transact(() => world.tables.rows?.put({ id: '1', count: 1 }), kept);
    expect(world.tables.rows?.rows()).toEqual([{ id: '1', count: 1 }]);
    expect(world.tables.rows?.size).toBe(1);
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('no');
      },
      kept,
    ],
    ['is not kept', () => {}, () => false],
  ])('takes all changes and draws back where an act %s', (_fact, end, isKept) => {
    const world = worldOf();
    const { rows } = world.tables;
    world.transact(() => rows?.put({ id: '1', count: 1 }), kept);
    world.transact(() => rows?.put({ id: '2', count: 1 }), kept);
    const before = rows?.rows();
    const act = () =>
      world.transact(() => {
        world.random.uuid();
        rows?.delete('1');
        rows?.put({ id: '2', count: 2 });
        rows?.put({ id: '3', count: 3 });
        rows?.put({ id: '1', count: 4 });
        end();
      }, isKept);
    try {
      act();
    } catch {}
    expect(rows?.rows()).toEqual(before);
    expect(rows?.list('all', 'all')).toEqual(before);
    expect(world.tables.rows?.size).toBe(2);
    expect(world.random.uuid()).toBe(worldOf().random.uuid());
  });

  test('refuses a row too many and changes nothing', () => {
    const world = worldOf({ rowLimit: 1 });
    const putAll = () =>
      world.transact(() => {
        for (const id of ['1', '2']) world.tables.rows?.put({ id, count: 1 });
      }, kept);
    expect(putAll).toThrow('A sandbox holds at most 1 rows.');
    expect(world.tables.rows?.size).toBe(0);
    world.transact(() => world.tables.rows?.put({ id: '1', count: 1 }), kept);
    world.transact(() => world.tables.rows?.put({ id: '1', count: 2 }), kept);
    expect(world.tables.rows?.get('1')).toEqual({ id: '1', count: 2 });
  });

  test('lets a world that is too full change and shrink', () => {
    const rows = ['1', '2', '3'].map((id, place) => ({ id, row: { id, count: 1 }, place }));
    const world = createWorld({
      tables,
      seed: 'seed',
      rowLimit: 1,
      stored: {
        drawn: 0,
        rows: rows.map(({ id, ...entry }) => ({ table: 'rows', key: id, entry })),
      },
    });
    world.transact(() => world.tables.rows?.delete('1'), kept);
    world.transact(() => world.tables.rows?.put({ id: '2', count: 2 }), kept);
    expect(world.tables.rows?.size).toBe(2);
    expect(() => world.transact(() => world.tables.rows?.put({ id: '4', count: 1 }), kept)).toThrow(
      'A sandbox holds at most 1 rows.',
    );
  });

  test('changes nothing that cannot be kept', () => {
    const world = worldOf({
      onCommit: () => {
        throw new Error('The disk is full.');
      },
    });
    const act = () => {
      world.random.uuid();
      world.tables.rows?.put({ id: '1', count: 1 });
    };
    expect(() => world.transact(act, kept)).toThrow('The disk is full.');
    expect(world.tables.rows?.size).toBe(0);
    expect(world.random.uuid()).toBe(worldOf().random.uuid());
  });

  test('goes on from what it told of', () => {
    const told: WorldDelta[] = [];
    const world = worldOf({ onCommit: (delta) => told.push(delta) });
    world.transact(() => {
      world.random.uuid();
      world.tables.rows?.put({ id: '1', count: 1 });
      world.tables.rows?.put({ id: '2', count: 1 });
    }, kept);
    world.transact(() => world.tables.rows?.delete('1'), kept);
    world.transact(() => {}, kept);
    expect(told.length).toBe(2);
    const rows = told.flatMap((delta) => delta.rows);
    const again = createWorld({
      tables,
      seed: 'seed',
      rowLimit: 10,
      stored: { drawn: told.at(-1)?.drawn ?? 0, rows },
    });
    expect(again.tables.rows?.rows()).toEqual(world.tables.rows?.rows());
    expect(again.tables.rows?.size).toBe(1);
    expect(again.random.uuid()).toBe(world.random.uuid());
  });
});
