import { createRandom, type Random } from './random.ts';
import {
  type Change,
  createTable,
  type Entry,
  type RestorableTable,
  type TableSpecs,
} from './table.ts';
import { WorldFullError } from './world-full-error.ts';

/** State of one API in one sandbox, filled from one seed. */
export interface World {
  readonly tables: Readonly<Record<string, RestorableTable>>;
  readonly random: Random;
  /**
   * Runs an act as one transaction: all its changes are kept if `isKept` says so of its result, or none.
   *
   * An act that throws changes nothing.
   */
  readonly transact: <T>(act: () => T, isKept: (result: T) => boolean) => T;
}

/** Rows of a world that a transaction has changed, or all that there are. */
export interface WorldDelta {
  /** Number of random draws so far. */
  readonly drawn: number;
  readonly rows: readonly TableRow[];
}

/** Row of a table by its key. */
export interface TableRow {
  readonly table: string;
  readonly key: string;
  /** `undefined` for a row that is deleted. */
  readonly entry: Entry | undefined;
}

export interface WorldOptions {
  readonly tables: TableSpecs;
  /** Seed of everything random. */
  readonly seed: string;
  /** Most rows in all tables. */
  readonly rowLimit: number;
  /** State to begin with; empty without it. */
  readonly stored?: WorldDelta | undefined;
  /** Stores what a transaction has changed, before its result is given; if it throws, nothing has changed. */
  readonly onCommit?: ((delta: WorldDelta) => void) | undefined;
}

interface TableChange extends Change {
  readonly table: string;
}

/** Makes a world; it is empty unless `stored` is given. */
export function createWorld({ seed, rowLimit, stored, onCommit, ...options }: WorldOptions): World {
  const random = createRandom(seed, stored?.drawn);
  let storedDraws = random.drawn;
  let changes: TableChange[] = [];
  const tables: Record<string, RestorableTable> = {};
  for (const [name, spec] of Object.entries(options.tables)) {
    tables[name] = createTable(spec, (change) => noteChange(name, change));
  }
  for (const { table, key, entry } of stored?.rows ?? []) tables[table]?.restore(key, entry);
  let size = Object.values(tables).reduce((sum, table) => sum + table.size, 0);
  return { tables, random, transact };

  function noteChange(table: string, change: Change): void {
    changes.push({ table, ...change });
    size += growthOf(change);
    // A stored world may have more rows than this server allows.
    if (size > rowLimit && change.before === undefined) throw new WorldFullError(rowLimit);
  }

  function transact<T>(act: () => T, isKept: (result: T) => boolean): T {
    const { drawn } = random;
    let isDone = false;
    try {
      const result = act();
      if (isKept(result)) {
        commit();
        isDone = true;
      }
      return result;
    } finally {
      if (!isDone) rollBack(drawn);
      changes = [];
    }
  }

  function commit(): void {
    if (onCommit === undefined || (changes.length === 0 && storedDraws === random.drawn)) return;
    const rows = changes.map(({ table, key, after }) => ({ table, key, entry: after }));
    onCommit({ drawn: random.drawn, rows });
    storedDraws = random.drawn;
  }

  function rollBack(drawn: number): void {
    for (const change of changes.reverse()) {
      tables[change.table]?.restore(change.key, change.before);
      size -= growthOf(change);
    }
    random.drawn = drawn;
  }
}

/** Rows by which a change makes a world larger. */
function growthOf({ before, after }: Change): number {
  return Number(after !== undefined) - Number(before !== undefined);
}
