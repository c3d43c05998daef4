import type { DatabaseSync } from 'node:sqlite';
import type { TableRow, WorldDelta } from '../state/world.ts';

/** Queries and changes of a state file. */
export interface Statements {
  /** Runs `act` as one transaction, and rolls it back if `act` throws. */
  readonly transact: <T>(act: () => T) => T;
  readonly readServer: () => ServerRow | undefined;
  readonly setServer: (row: ServerRow) => void;
  /** Takes up room in the file, to be given back, so that a write shows whether there is any. */
  readonly takeRoom: () => void;
  readonly giveRoomBack: () => void;
  /** The least recently used one first. */
  readonly listSandboxes: () => readonly SandboxRow[];
  readonly addSandbox: (name: string, used: number, settings: string) => number;
  readonly setSettings: (id: number, settings: string) => void;
  readonly setUsed: (id: number, used: number) => void;
  readonly deleteSandbox: (id: number) => void;
  readonly listWorlds: (
    sandbox: number,
  ) => readonly { readonly api: string; readonly seed: string }[];
  readonly readWorld: (sandbox: number, api: string, seed: string) => WorldDelta | undefined;
  readonly scanWorld: (sandbox: number, api: string, seed: string) => Iterable<TableRow>;
  readonly changeWorld: (sandbox: number, api: string, seed: string, change: WorldDelta) => void;
  readonly deleteWorlds: (sandbox: number) => void;
}

export interface ServerRow {
  /** Real time of the last activity in Unix milliseconds. */
  readonly seenAt: number;
  /** Number of the last change. */
  readonly sequence: number;
}

export interface SandboxRow {
  readonly id: number;
  readonly name: string;
  readonly used: number;
  readonly settings: string;
}

/** Bytes that are room enough: more than most changes need. */
const ROOM = 64 * 1024;

/** Prepares the statements. Values are converted without checks: strict tables fix their types. */
export function prepareStatements(db: DatabaseSync): Statements {
  const begin = db.prepare('begin');
  const commit = db.prepare('commit');
  const rollback = db.prepare('rollback');
  const selectServer = db.prepare('select seen_at, sequence from server');
  const upsertServer = db.prepare(`
    insert into server values (1, ?, ?)
    on conflict do update set seen_at = excluded.seen_at, sequence = excluded.sequence`);
  const insertRoom = db.prepare(`insert into room values (zeroblob(${ROOM}))`);
  const deleteRoom = db.prepare('delete from room');
  const selectSandboxes = db.prepare(
    'select id, name, used, settings from sandboxes order by used',
  );
  const insertSandbox = db.prepare(
    'insert into sandboxes (name, used, settings) values (?, ?, ?) returning id',
  );
  const updateSettings = db.prepare('update sandboxes set settings = ? where id = ?');
  const updateUsed = db.prepare('update sandboxes set used = ? where id = ?');
  const deleteSandbox = db.prepare('delete from sandboxes where id = ?');
  const selectWorlds = db.prepare('select api, seed from worlds where sandbox = ?');
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
    readServer: () => {
      const row = selectServer.get();
      return row && { seenAt: Number(row.seen_at), sequence: Number(row.sequence) };
    },
    setServer: ({ seenAt, sequence }) => void upsertServer.run(seenAt, sequence),
    takeRoom: () => void insertRoom.run(),
    giveRoomBack: () => void deleteRoom.run(),
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
    listWorlds: (sandbox) =>
      selectWorlds.all(sandbox).map(({ api, seed }) => ({ api: String(api), seed: String(seed) })),
    readWorld: (sandbox, api, seed) => {
      const world = selectWorld.get(sandbox, api, seed);
      return world && { drawn: Number(world.drawn), rows: readEntries(Number(world.id)) };
    },
    scanWorld: (sandbox, api, seed) => scanEntries(selectWorld.get(sandbox, api, seed)?.id),
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

  function readEntries(world: number): TableRow[] {
    return selectEntries.all(world).map(toTableRow);
  }

  function* scanEntries(world: unknown): Generator<TableRow> {
    for (const entry of selectEntries.iterate(Number(world))) yield toTableRow(entry);
  }
}

function toTableRow({ table_name, key, place, value }: Record<string, unknown>): TableRow {
  return {
    table: String(table_name),
    key: JSON.parse(String(key)),
    entry: { row: JSON.parse(String(value)), place: Number(place) },
  };
}
