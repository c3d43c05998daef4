import type { DatabaseSync } from 'node:sqlite';
import type { WorldDelta } from '../state/world.ts';

/** Queries and changes of a state file. */
export interface Statements {
  /** Runs `act` as one transaction, and rolls it back if `act` throws. */
  readonly transact: <T>(act: () => T) => T;
  readonly readSeenAt: () => number | undefined;
  readonly setSeenAt: (at: number) => void;
  /** The least recently used one first. */
  readonly listSandboxes: () => readonly SandboxRow[];
  readonly addSandbox: (name: string, used: number, settings: string) => number;
  readonly setSettings: (id: number, settings: string) => void;
  readonly setUsed: (id: number, used: number) => void;
  readonly deleteSandbox: (id: number) => void;
  readonly readWorld: (sandbox: number, api: string, seed: string) => WorldDelta | undefined;
  readonly changeWorld: (sandbox: number, api: string, seed: string, change: WorldDelta) => void;
  readonly deleteWorlds: (sandbox: number) => void;
}

export interface SandboxRow {
  readonly id: number;
  readonly name: string;
  readonly used: number;
  readonly settings: string;
}

/** Prepares the statements. Values are converted without checks: strict tables fix their types. */
export function prepareStatements(db: DatabaseSync): Statements {
  const begin = db.prepare('begin');
  const commit = db.prepare('commit');
  const rollback = db.prepare('rollback');
  const selectSeenAt = db.prepare('select seen_at from server');
  const upsertSeenAt = db.prepare(
    'insert into server values (1, ?) on conflict do update set seen_at = excluded.seen_at',
  );
  const selectSandboxes = db.prepare(
    'select id, name, used, settings from sandboxes order by used',
  );
  const insertSandbox = db.prepare(
    'insert into sandboxes (name, used, settings) values (?, ?, ?) returning id',
  );
  const updateSettings = db.prepare('update sandboxes set settings = ? where id = ?');
  const updateUsed = db.prepare('update sandboxes set used = ? where id = ?');
  const deleteSandbox = db.prepare('delete from sandboxes where id = ?');
  const selectWorld = db.prepare(
    'select id, drawn from worlds where sandbox = ? and api = ? and seed = ?',
  );
  const upsertWorld = db.prepare(`
    insert into worlds (sandbox, api, seed, drawn) values (?, ?, ?, ?)
    on conflict do update set drawn = excluded.drawn returning id`);
  const deleteWorlds = db.prepare('delete from worlds where sandbox = ?');
  const selectEntries = db.prepare(
    'select table_name, key, place, value from entries where world = ? order by place',
  );
  const upsertEntry = db.prepare(`
    insert into entries values (?, ?, ?, ?, ?)
    on conflict do update set place = excluded.place, value = excluded.value`);
  const deleteEntry = db.prepare(
    'delete from entries where world = ? and table_name = ? and key = ?',
  );
  return {
    transact: (act) => {
      begin.run();
      try {
        const result = act();
        commit.run();
        return result;
      } finally {
        // Some errors, such as a full disk, have already ended the transaction.
        if (db.isTransaction) rollback.run();
      }
    },
    readSeenAt: () => {
      const row = selectSeenAt.get();
      return row && Number(row.seen_at);
    },
    setSeenAt: (at) => void upsertSeenAt.run(at),
    listSandboxes: () =>
      selectSandboxes.all().map(({ id, name, used, settings }) => ({
        id: Number(id),
        name: String(name),
        used: Number(used),
        settings: String(settings),
      })),
    addSandbox: (name, used, settings) => Number(insertSandbox.get(name, used, settings)?.id),
    setSettings: (id, settings) => void updateSettings.run(settings, id),
    setUsed: (id, used) => void updateUsed.run(used, id),
    deleteSandbox: (id) => void deleteSandbox.run(id),
    readWorld: (sandbox, api, seed) => {
      const world = selectWorld.get(sandbox, api, seed);
      return world && { drawn: Number(world.drawn), rows: readEntries(Number(world.id)) };
    },
    changeWorld: (sandbox, api, seed, { drawn, rows }) => {
      const world = Number(upsertWorld.get(sandbox, api, seed, drawn)?.id);
      for (const { table, key, entry } of rows) {
        const name = JSON.stringify(key);
        if (entry === undefined) deleteEntry.run(world, table, name);
        else upsertEntry.run(world, table, name, entry.place, JSON.stringify(entry.row));
      }
    },
    deleteWorlds: (sandbox) => void deleteWorlds.run(sandbox),
  };

  function readEntries(world: number): WorldDelta['rows'] {
    return selectEntries.all(world).map(({ table_name, key, place, value }) => ({
      table: String(table_name),
      key: JSON.parse(String(key)),
      entry: { row: JSON.parse(String(value)), place: Number(place) },
    }));
  }
}
