import { createRandom, type Random } from './random.ts';
import {
  type Change,
  createTable,
  type Entry,
  type RestorableTable,
  type TableSpecs,
} from './table.ts';
import { WorldFullError } from './world-full-error.ts';

/** State of one API in one sandbox, filled from a seed. */
export interface World {
  readonly tables: Readonly<Record<string, RestorableTable>>;
  readonly random: Random;
  /** Runs `act` in a transaction; rolls back if it throws, or if `isKept` rejects its result. */
  readonly transact: <T>(act: () => T, isKept: (result: T) => boolean) => T;
  /** Takes in what another server changed. */
  readonly restore: (delta: WorldDelta) => void;
  /** All rows and draws. */
  readonly read: () => WorldDelta;
}

/** Rows that a transaction changed, or all rows of a stored world. */
export interface WorldDelta {
  /** Number of random draws so far. */
  readonly drawn: number;
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly table: string;
  readonly key: string;
  /** `undefined` for a deleted row. */
  readonly entry: Entry | undefined;
}

export interface WorldOptions {
  readonly tables: TableSpecs;
  /** Seed of the random source. */
  readonly seed: string;
  /** Maximum number of rows in all tables together. */
  readonly rowLimit: number;
  /** Initial state; empty by default. */
  readonly stored?: WorldDelta | undefined;
  /** Stores the changes before `transact` returns; if it throws, they are rolled back. `undo` does so later. */
  readonly onCommit?: ((delta: WorldDelta, undo: () => void) => void) | undefined;
}

interface TableChange extends Change {
  readonly table: string;
}

/** Creates a world: empty, or with the rows of `stored`. */
export function createWorld({ seed, rowLimit, stored, onCommit, ...options }: WorldOptions): World {
  const random = createRandom(seed, stored?.drawn);
  let storedDraws = random.drawn;
  let changes: TableChange[] = [];
  const tables: Record<string, RestorableTable> = {};
  for (const [name, spec] of Object.entries(options.tables)) {
    tables[name] = createTable(spec, (change) => noteChange(name, change));
  }
  let size = 0;
  setRows(stored?.rows ?? []);
  return { tables, random, transact, restore, read };

  function restore({ drawn, rows }: WorldDelta): void {
    setRows(rows);
    random.drawn = drawn;
    storedDraws = drawn;
  }

  function read(): WorldDelta {
    const rows = Object.entries(tables).flatMap(([table, { entries }]) =>
      Array.from(entries(), ([key, entry]) => ({ table, key, entry })),
    );
    return { drawn: random.drawn, rows };
  }

  function setRows(rows: WorldDelta['rows']): void {
    for (const { table, key, entry } of rows) tables[table]?.restore(key, entry);
    size = Object.values(tables).reduce((sum, table) => sum + table.size, 0);
  }

  function noteChange(table: string, change: Change): void {
    const { key, before, after } = change;
    changes.push({ table, key, before, after });
    size += growthOf(change);
    // A stored world may already be above the limit: refuse added rows only.
    if (size > rowLimit && before === undefined) throw new WorldFullError(rowLimit);
  }

  function transact<T>(act: () => T, isKept: (result: T) => boolean): T {
    const { drawn } = random;
    let isCommitted = false;
    try {
      const result = act();
      if (isKept(result)) {
        commit();
        isCommitted = true;
      }
      return result;
    } finally {
      if (!isCommitted) rollBack(changes, drawn);
      changes = [];
    }
  }

  function commit(): void {
    if (onCommit === undefined || (changes.length === 0 && storedDraws === random.drawn)) return;
    const rows = changes.map(({ table, key, after }) => ({ table, key, entry: after }));
    const [committed, drawn] = [changes, storedDraws];
    onCommit({ drawn: random.drawn, rows }, () => {
      rollBack(committed, drawn);
      storedDraws = drawn;
    });
    storedDraws = random.drawn;
  }

  function rollBack(made: readonly TableChange[], drawn: number): void {
    for (const change of made.toReversed()) {
      tables[change.table]?.restore(change.key, change.before);
      size -= growthOf(change);
    }
    random.drawn = drawn;
  }
}

/** 1 for an added row, -1 for a deleted one, otherwise 0. */
function growthOf({ before, after }: Change): number {
  return Number(after !== undefined) - Number(before !== undefined);
}
