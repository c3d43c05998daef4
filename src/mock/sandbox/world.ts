import type { Reply } from '../refusal.ts';
import { createRandom, type KeptRandom, type Random } from './random.ts';
import { createReadMemory, type ReadMemory } from './read-memory.ts';
import { type Change, createTable, type Entry, type KeptTable, type TableSpec } from './table.ts';

export type TableSpecs = Readonly<Record<string, TableSpec>>;

/** State of one API in one scenario of one sandbox. */
export interface World {
  readonly tables: Readonly<Record<string, KeptTable>>;
  readonly random: Random;
  /** Number of rows in all tables. */
  readonly size: () => number;
  /** Number of changes that were ever made, those that were taken back included. */
  readonly changes: () => number;
  /** Answers that hold as long as nothing changes. */
  readonly memory: ReadMemory<Reply>;
  /**
   * Runs an act as one change: all of it is kept where `isKept` says so of its result, or none.
   *
   * An act that throws changes nothing.
   */
  readonly transact: <T>(act: () => T, isKept: (result: T) => boolean) => T;
}

/** Rows of a world as they are kept across restarts. */
export interface WorldSnapshot {
  readonly drawn: number;
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly table: string;
  readonly key: string;
  /** `undefined` for a row that is gone. */
  readonly entry: Entry | undefined;
}

export interface WorldOptions {
  readonly tables: TableSpecs;
  /** Seed of everything random. */
  readonly seed: string;
  /** Most rows in all tables. */
  readonly rowLimit: number;
  /** State from before a restart; without one `fill` makes it. */
  readonly snapshot?: WorldSnapshot | undefined;
  /** Is told what an act has changed, before its result is given; where it throws, nothing has changed. */
  readonly onCommit?: ((snapshot: WorldSnapshot) => void) | undefined;
}

/** The world has no room for another row. */
export class WorldFullError extends Error {
  override readonly name = 'WorldFullError';
}

interface TableChange extends Change {
  readonly table: string;
}

/** Makes a world; it is empty unless a snapshot is given. */
export function createWorld(options: WorldOptions): World {
  const { seed, rowLimit, snapshot, onCommit } = options;
  const random = createRandom(seed, snapshot?.drawn);
  let changes: TableChange[] = [];
  /** Draws that were told of. */
  let told = random.drawn;
  const tables: Record<string, KeptTable> = {};
  for (const [name, spec] of Object.entries(options.tables)) {
    tables[name] = createTable(spec, (change) => noteChange(name, change));
  }
  for (const { table, key, entry } of snapshot?.rows ?? []) tables[table]?.restore(key, entry);
  let size = Object.values(tables).reduce((sum, table) => sum + table.size, 0);
  let made = 0;
  return {
    tables,
    random,
    size: () => size,
    changes: () => made,
    memory: createReadMemory(),
    transact,
  };

  function noteChange(table: string, { key, before, after }: Change): void {
    changes.push({ table, key, before, after });
    made += 1;
    size += Number(after !== undefined) - Number(before !== undefined);
    // A world that was kept may have more rows than this start allows.
    if (size > rowLimit && before === undefined)
      throw new WorldFullError(`A sandbox holds at most ${rowLimit} rows.`);
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
      if (!isDone) takeBack(random, drawn);
      changes = [];
    }
  }

  function commit(): void {
    if (onCommit === undefined || (changes.length === 0 && told === random.drawn)) return;
    const rows = changes.map(({ table, key, after }) => ({ table, key, entry: after }));
    onCommit({ drawn: random.drawn, rows });
    told = random.drawn;
  }

  function takeBack(source: KeptRandom, drawn: number): void {
    for (const { table, key, before, after } of changes.reverse()) {
      tables[table]?.restore(key, before);
      size -= Number(after !== undefined) - Number(before !== undefined);
    }
    source.drawn = drawn;
  }
}
