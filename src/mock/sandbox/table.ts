import { createRowIndex, type Entry, type IndexSpec, type RowIndex } from './row-index.ts';

export type { Entry, IndexSpec } from './row-index.ts';

/** How the rows of a table are found; rows are plain JSON values that nobody changes in place. */
export interface TableSpec<Row extends object = object, IndexName extends string = string> {
  /** Unique key of a row. */
  key(row: Row): string;
  readonly indexes?: Readonly<Record<IndexName, IndexSpec<Row>>>;
  /**
   * JSON Schema of a row, references into the contract included; a table with one takes rows from outside, such as
   * from the control API.
   */
  readonly schema?: Readonly<Record<string, unknown>>;
}

/** Rows of one kind in one world. */
export interface Table<Row extends object = object, IndexName extends string = never> {
  readonly size: number;
  readonly get: (key: string) => Row | undefined;
  /** Adds a row, or puts it in the place of the one with its key. */
  readonly put: (row: Row) => void;
  /** Whether there was one. */
  readonly delete: (key: string) => boolean;
  /** All rows in the order in which they came. */
  readonly rows: () => Row[];
  /** Rows of a group in the order of its index; to be read before the next change, not kept. */
  readonly list: (index: IndexName, group: string) => readonly Row[];
  /** Position in a group at which the row of a key stands, or would stand; `undefined` for a key without a row. */
  readonly position: (index: IndexName, group: string, key: string) => number | undefined;
}

/** What became of a key: the row before and after, `undefined` where there was none. */
export interface Change {
  readonly key: string;
  readonly before: Entry | undefined;
  readonly after: Entry | undefined;
}

/** Table with the way back for its keeper. */
export interface KeptTable extends Table<object, string> {
  /** Sets what a key has, without telling of it. */
  readonly restore: (key: string, entry: Entry | undefined) => void;
}

/** Makes an empty table; `onChange` is told of each change after it was made. */
export function createTable(spec: TableSpec, onChange: (change: Change) => void): KeptTable {
  const entries = new Map<string, Entry>();
  const indexes = new Map(
    Object.entries(spec.indexes ?? {}).map(([name, index]) => [name, createRowIndex(index)]),
  );
  const indexList = [...indexes.values()];
  let nextPlace = 0;
  return {
    get size() {
      return entries.size;
    },
    get: (key) => entries.get(key)?.row,
    put: (row) => {
      const key = spec.key(row);
      const before = entries.get(key);
      const after = { row, place: before?.place ?? nextPlace };
      exchange(key, before, after);
      onChange({ key, before, after });
    },
    delete: (key) => {
      const before = entries.get(key);
      if (before === undefined) return false;
      exchange(key, before, undefined);
      onChange({ key, before, after: undefined });
      return true;
    },
    rows: () =>
      [...entries.values()].sort((one, other) => one.place - other.place).map(({ row }) => row),
    list: (name, group) => findIndex(name).list(group),
    position: (name, group, key) => {
      const entry = entries.get(key);
      return entry && findIndex(name).position(group, entry);
    },
    restore: (key, entry) => exchange(key, entries.get(key), entry),
  };

  function findIndex(name: string): RowIndex {
    const index = indexes.get(name);
    if (index === undefined) throw new Error(`The table has no index "${name}".`);
    return index;
  }

  function exchange(key: string, before: Entry | undefined, after: Entry | undefined): void {
    for (const index of indexList) {
      if (before !== undefined) index.remove(before);
      if (after !== undefined) index.add(after);
    }
    if (after === undefined) {
      entries.delete(key);
      return;
    }
    entries.set(key, after);
    if (after.place >= nextPlace) nextPlace = after.place + 1;
  }
}
