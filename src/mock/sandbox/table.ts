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

/** Groups of rows in a steady order. */
export interface IndexSpec<Row> {
  /** Group that a row belongs to; `undefined` for none. */
  group(row: Row): string | undefined;
  /** Order within a group; equal rows, and all of them without one, stand in the order in which they came. */
  order?(one: Row, other: Row): number;
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

/** Row and its place in the order in which rows came. */
export interface Entry<Row extends object = object> {
  readonly row: Row;
  readonly place: number;
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
    Object.entries(spec.indexes ?? {}).map(([name, index]) => [name, createIndex(index)]),
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

  function findIndex(name: string): KeptIndex {
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

interface KeptIndex {
  readonly add: (entry: Entry) => void;
  readonly remove: (entry: Entry) => void;
  readonly list: (group: string) => readonly object[];
  readonly position: (group: string, entry: Entry) => number;
}

/** Rows and their places stand in arrays of their own, so that a list is given without a copy. */
interface Group {
  readonly rows: object[];
  readonly places: number[];
}

function createIndex({ group: groupOf, order = () => 0 }: IndexSpec<object>): KeptIndex {
  const groups = new Map<string, Group>();
  return {
    add: (entry) => {
      const name = groupOf(entry.row);
      if (name === undefined) return;
      const group = groups.get(name);
      if (group === undefined) {
        // Arrays that grow from nothing would hold room for many rows, and most groups have one.
        groups.set(name, { rows: [entry.row], places: [entry.place] });
        return;
      }
      const at = findPosition(group, entry);
      insert(group.rows, at, entry.row);
      insert(group.places, at, entry.place);
    },
    remove: (entry) => {
      const name = groupOf(entry.row) ?? '';
      const group = groups.get(name);
      if (group === undefined) return;
      const at = findPosition(group, entry);
      if (group.places[at] !== entry.place) return;
      group.rows.splice(at, 1);
      group.places.splice(at, 1);
      if (group.rows.length === 0) groups.delete(name);
    },
    list: (name) => groups.get(name)?.rows ?? [],
    position: (name, entry) => {
      const group = groups.get(name);
      return group === undefined ? 0 : findPosition(group, entry);
    },
  };

  /** Position of the first row that does not come before the entry. */
  function findPosition(group: Group, entry: Entry): number {
    let low = 0;
    let high = group.rows.length;
    // Most rows come behind all others.
    if (high === 0 || isBefore(group, high - 1, entry)) return high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(group, middle, entry)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function isBefore({ rows, places }: Group, at: number, { row, place }: Entry): boolean {
    const other = rows[at];
    return other !== undefined && (order(other, row) || (places[at] ?? 0) - place) < 0;
  }
}

/** Puts a value before the one at a position; behind all others there is nothing to move. */
function insert<T>(values: T[], at: number, value: T): void {
  if (at === values.length) values.push(value);
  else values.splice(at, 0, value);
}
