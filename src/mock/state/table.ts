export type TableSpecs = Readonly<Record<string, TableSpec>>;

/** Key, indexes and schema of a table. Rows are plain JSON values and must not be mutated. */
export interface TableSpec<Row extends object = object, IndexName extends string = string> {
  /** Unique key of a row. */
  key(row: Row): string;
  readonly indexes?: Readonly<Record<IndexName, IndexSpec<Row>>>;
  /** JSON Schema of a row, which may refer to the contract; the control API needs it to write. */
  readonly schema?: Readonly<Record<string, unknown>>;
}

/** Index that sorts rows within groups. */
export interface IndexSpec<Row> {
  /** Group of a row; `undefined` leaves it out of the index. */
  group(row: Row): string | undefined;
  /** Compares rows of a group; equal rows, or all without `order`, stay in insertion order. */
  order?(one: Row, other: Row): number;
}

/** Rows of one kind in one world. */
export interface Table<Row extends object = object, IndexName extends string = never> {
  readonly size: number;
  readonly get: (key: string) => Row | undefined;
  /** Adds a row, or replaces the one with the same key in place. Throws if the world is full. */
  readonly put: (row: Row) => void;
  /** Deletes a row; `false` if there was none. */
  readonly delete: (key: string) => boolean;
  /** All rows in insertion order. */
  readonly rows: () => Row[];
  /** Rows of a group in index order. The array is live: read it before the next change. */
  readonly list: (index: IndexName, group: string) => readonly Row[];
  /** Position of a row in a group, where it is or would be; `undefined` for an unknown key. */
  readonly position: (index: IndexName, group: string, key: string) => number | undefined;
}

/** Row and its place in insertion order. */
export interface Entry {
  readonly row: object;
  readonly place: number;
}

/** Entry of a key before and after a change; `undefined` means no entry. */
export interface Change {
  readonly key: string;
  readonly before: Entry | undefined;
  readonly after: Entry | undefined;
}

/** Table whose changes can be undone. */
export interface RestorableTable extends Table<object, string> {
  /** All entries by key, in no order. */
  readonly entries: () => Iterable<readonly [key: string, entry: Entry]>;
  /** Sets the entry of a key without calling `onChange`. */
  readonly restore: (key: string, entry: Entry | undefined) => void;
}

/** Creates an empty table; `onChange` is called after each change. */
export function createTable(spec: TableSpec, onChange: (change: Change) => void): RestorableTable {
  const entries = new Map<string, Entry>();
  const indexes = new Map(
    Object.entries(spec.indexes ?? {}).map(([name, index]) => [name, createIndex(index)]),
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
      set(key, before, after);
      onChange({ key, before, after });
    },
    delete: (key) => {
      const before = entries.get(key);
      if (before === undefined) return false;
      set(key, before, undefined);
      onChange({ key, before, after: undefined });
      return true;
    },
    rows: () => [...entries.values()].sort((a, b) => a.place - b.place).map(({ row }) => row),
    list: (name, group) => findIndex(name).list(group),
    position: (name, group, key) => {
      const entry = entries.get(key);
      return entry && findIndex(name).position(group, entry);
    },
    entries: () => entries,
    restore: (key, entry) => set(key, entries.get(key), entry),
  };

  function set(key: string, before: Entry | undefined, after: Entry | undefined): void {
    for (const index of indexes.values()) index.replace(before, after);
    if (after === undefined) entries.delete(key);
    else {
      entries.set(key, after);
      nextPlace = Math.max(nextPlace, after.place + 1);
    }
  }

  function findIndex(name: string): Index {
    const index = indexes.get(name);
    if (index === undefined) throw new Error(`The table has no index "${name}".`);
    return index;
  }
}

type Index = ReturnType<typeof createIndex>;

/** Rows of a group in the order of their index, and the place of each of them in insertion order. */
interface Group {
  readonly rows: object[];
  readonly places: number[];
}

/** Creates an index that keeps each group sorted. */
function createIndex({ group: groupOf, order = () => 0 }: IndexSpec<object>) {
  const groups = new Map<string, Group>();
  return {
    list: (group: string): readonly object[] => groups.get(group)?.rows ?? [],
    position: (name: string, entry: Entry) => {
      const group = groups.get(name);
      return group === undefined ? 0 : findPosition(group, entry);
    },
    replace: (before: Entry | undefined, after: Entry | undefined) => {
      const [former, next] = [before && groupOf(before.row), after && groupOf(after.row)];
      if (before && after && former === next && compare(before.row, before.place, after) === 0) {
        if (former !== undefined) setRow(former, after);
        return;
      }
      if (before && former !== undefined) remove(former, before);
      if (after && next !== undefined) add(next, after);
    },
  };

  function add(name: string, entry: Entry): void {
    const { row, place } = entry;
    const group = groups.get(name);
    if (group === undefined) {
      groups.set(name, { rows: [row], places: [place] });
      return;
    }
    const position = findPosition(group, entry);
    group.rows.splice(position, 0, row);
    group.places.splice(position, 0, place);
  }

  function remove(name: string, entry: Entry): void {
    const group = groups.get(name);
    if (group === undefined) return;
    const position = findPosition(group, entry);
    group.rows.splice(position, 1);
    group.places.splice(position, 1);
    if (group.rows.length === 0) groups.delete(name);
  }

  function setRow(name: string, entry: Entry): void {
    const group = groups.get(name);
    if (group !== undefined) group.rows[findPosition(group, entry)] = entry.row;
  }

  /** Binary search for the place of an entry; first tries the end, where most rows are added. */
  function findPosition({ rows, places }: Group, entry: Entry): number {
    let [low, high] = [0, rows.length];
    if (isBefore(high - 1)) return high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(middle)) low = middle + 1;
      else high = middle;
    }
    return low;

    function isBefore(at: number): boolean {
      const [row, place] = [rows[at], places[at]];
      return row !== undefined && place !== undefined && compare(row, place, entry) < 0;
    }
  }

  function compare(row: object, place: number, other: Entry): number {
    return order(row, other.row) || place - other.place;
  }
}
