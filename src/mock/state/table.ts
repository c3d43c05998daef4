export type TableSpecs = Readonly<Record<string, TableSpec>>;

/** How the rows of a table are found; rows are plain JSON values that nobody changes in place. */
export interface TableSpec<Row extends object = object, IndexName extends string = string> {
  /** Unique key of a row. */
  key(row: Row): string;
  readonly indexes?: Readonly<Record<IndexName, IndexSpec<Row>>>;
  /**
   * JSON Schema of a row; it may refer to the components of the contract. Only a table with a schema takes rows from
   * outside, such as from the control API.
   */
  readonly schema?: Readonly<Record<string, unknown>>;
}

/** Groups of rows, each group in order. */
export interface IndexSpec<Row> {
  /** Group that a row belongs to; `undefined` for none. */
  group(row: Row): string | undefined;
  /** Order within a group; rows that compare as equal, or all of them without it, keep the order of insertion. */
  order?(one: Row, other: Row): number;
}

/** Rows of one kind in one world. */
export interface Table<Row extends object = object, IndexName extends string = never> {
  readonly size: number;
  readonly get: (key: string) => Row | undefined;
  /** Adds a row, or replaces the one with the same key, which keeps its place in the order of insertion. */
  readonly put: (row: Row) => void;
  /** Whether there was such a row. */
  readonly delete: (key: string) => boolean;
  /** All rows in the order of insertion. */
  readonly rows: () => Row[];
  /** Rows of a group in the order of its index. Read the array before the next change: it is not a copy. */
  readonly list: (index: IndexName, group: string) => readonly Row[];
  /** Position in a group at which the row of a key stands, or would stand; `undefined` for an unknown key. */
  readonly position: (index: IndexName, group: string, key: string) => number | undefined;
}

/** Row and its place in the order of insertion. */
export interface Entry {
  readonly row: object;
  readonly place: number;
}

/** What became of a key: its entry before and after, `undefined` where there was none. */
export interface Change {
  readonly key: string;
  readonly before: Entry | undefined;
  readonly after: Entry | undefined;
}

/** Table whose changes can be taken back. */
export interface RestorableTable extends Table<object, string> {
  /** Sets the entry of a key without reporting a change. */
  readonly restore: (key: string, entry: Entry | undefined) => void;
}

/** Makes an empty table; `onChange` hears of each change after it was made. */
export function createTable(spec: TableSpec, onChange: (change: Change) => void): RestorableTable {
  const entries = new Map<string, Entry>();
  const placeOf = (row: object) => entries.get(spec.key(row))?.place ?? 0;
  const indexes = new Map(
    Object.entries(spec.indexes ?? {}).map(([name, index]) => [name, createIndex(index, placeOf)]),
  );
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
      set(key, after);
      onChange({ key, before, after });
    },
    delete: (key) => {
      const before = entries.get(key);
      if (before === undefined) return false;
      set(key, undefined);
      onChange({ key, before, after: undefined });
      return true;
    },
    rows: () => [...entries.values()].sort((a, b) => a.place - b.place).map(({ row }) => row),
    list: (name, group) => findIndex(name).list(group),
    position: (name, group, key) => {
      const entry = entries.get(key);
      return entry && findIndex(name).position(group, entry.row);
    },
    restore: set,
  };

  function set(key: string, after: Entry | undefined): void {
    const before = entries.get(key);
    // An index compares by the places of rows, so that a row leaves it first and joins it last.
    if (before !== undefined) for (const index of indexes.values()) index.remove(before.row);
    if (after === undefined) entries.delete(key);
    else {
      entries.set(key, after);
      nextPlace = Math.max(nextPlace, after.place + 1);
      for (const index of indexes.values()) index.add(after.row);
    }
  }

  function findIndex(name: string): Index {
    const index = indexes.get(name);
    if (index === undefined) throw new Error(`The table has no index "${name}".`);
    return index;
  }
}

type Index = ReturnType<typeof createIndex>;

/** Rows in groups, each a sorted array. */
function createIndex(
  { group: groupOf, order = () => 0 }: IndexSpec<object>,
  placeOf: (row: object) => number,
) {
  const groups = new Map<string, object[]>();
  return {
    list: (group: string): readonly object[] => groups.get(group) ?? [],
    position: (group: string, row: object) => findPosition(groups.get(group) ?? [], row),
    add: (row: object) => {
      const group = groupOf(row);
      if (group === undefined) return;
      const rows = groups.get(group);
      if (rows === undefined) groups.set(group, [row]);
      else rows.splice(findPosition(rows, row), 0, row);
    },
    remove: (row: object) => {
      const group = groupOf(row);
      const rows = group === undefined ? undefined : groups.get(group);
      if (group === undefined || rows === undefined) return;
      rows.splice(findPosition(rows, row), 1);
      if (rows.length === 0) groups.delete(group);
    },
  };

  /** Position of the first row that does not come before another one; most come behind all others. */
  function findPosition(rows: readonly object[], row: object): number {
    let [low, high] = [0, rows.length];
    if (isBefore(rows[high - 1], row)) return high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(rows[middle], row)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function isBefore(one: object | undefined, other: object): boolean {
    return one !== undefined && (order(one, other) || placeOf(one) - placeOf(other)) < 0;
  }
}
