import { createRowIndex, type IndexSpec, type RowIndex, type Slots } from './row-index.ts';
import { createTextIndex } from './text-index.ts';

export type { IndexSpec } from './row-index.ts';

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

/** Row and its place in the order in which rows came. */
export interface Entry {
  readonly row: object;
  readonly place: number;
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

/** Most rows that wait to be placed in the indexes. */
const MOST_WAITING = 1000;

/** Makes an empty table; `onChange` is told of each change after it was made. */
export function createTable(spec: TableSpec, onChange: (change: Change) => void): KeptTable {
  // A row keeps its slot as long as there is one of its key; a slot is used again.
  const slots: Slots = { rows: [], places: [] };
  const { rows, places } = slots;
  const { key: keyOf } = spec;
  const free: number[] = [];
  /** Slots of new rows that no index has yet: placing many in a row takes a fraction of the time that each takes alone. */
  const waiting: number[] = [];
  const keys = createTextIndex((slot) => {
    const row = rows[slot];
    return row && keyOf(row);
  });
  const indexes = new Map(
    Object.entries(spec.indexes ?? {}).map(([name, index]) => [name, createRowIndex(index, slots)]),
  );
  const indexList = [...indexes.values()];
  let nextPlace = 0;
  return {
    get size() {
      return rows.length - free.length;
    },
    get: (key) => rowAt(keys.find(key)),
    put: (row) => {
      const key = keyOf(row);
      const slot = keys.find(key);
      const before = entryAt(slot);
      const after = { row, place: before?.place ?? nextPlace };
      exchange(key, slot, after);
      onChange({ key, before, after });
    },
    delete: (key) => {
      const slot = keys.find(key);
      const before = entryAt(slot);
      if (before === undefined) return false;
      exchange(key, slot, undefined);
      onChange({ key, before, after: undefined });
      return true;
    },
    rows: () =>
      listSlots()
        .map((slot) => rows[slot])
        .filter((row) => row !== undefined),
    list: (name, group) => findIndex(name).list(group),
    position: (name, group, key) => {
      const slot = keys.find(key);
      return slot < 0 ? undefined : findIndex(name).position(group, slot);
    },
    restore: (key, entry) => exchange(key, keys.find(key), entry),
  };

  function rowAt(slot: number): object | undefined {
    // An index below zero would be looked up as a name.
    return slot < 0 ? undefined : rows[slot];
  }

  function entryAt(slot: number): Entry | undefined {
    const row = rowAt(slot);
    return row && { row, place: placeOf(slot) };
  }

  function placeOf(slot: number): number {
    return places[slot] ?? 0;
  }

  function listSlots(): number[] {
    return [...rows.keys()].sort((one, other) => placeOf(one) - placeOf(other));
  }

  function findIndex(name: string): RowIndex {
    const index = indexes.get(name);
    if (index === undefined) throw new Error(`The table has no index "${name}".`);
    placeWaiting();
    return index;
  }

  /** Gives a key another entry or none; `slot` is negative where it has none. */
  function exchange(key: string, slot: number, after: Entry | undefined): void {
    if (after === undefined) {
      if (slot >= 0) closeSlot(key, slot);
    } else if (slot >= 0) change(slot, after);
    else add(key, after);
  }

  function add(key: string, after: Entry): void {
    if (waiting.length >= MOST_WAITING) placeWaiting();
    const slot = free.pop() ?? rows.length;
    fill(slot, after);
    keys.add(key, slot);
    waiting.push(slot);
  }

  function fill(slot: number, { row, place }: Entry): void {
    rows[slot] = row;
    places[slot] = place;
    if (place >= nextPlace) nextPlace = place + 1;
  }

  function placeWaiting(): void {
    for (const index of indexList) for (const slot of waiting) index.add(slot);
    waiting.length = 0;
  }

  /** Most changes of a row leave it where it is. */
  function change(slot: number, after: Entry): void {
    placeWaiting();
    const isMoved = placeOf(slot) !== after.place;
    const concerned = indexList.filter((index) => isMoved || !index.exchange(slot, after.row));
    for (const index of concerned) index.remove(slot);
    fill(slot, after);
    for (const index of concerned) index.add(slot);
  }

  function closeSlot(key: string, slot: number): void {
    placeWaiting();
    for (const index of indexList) index.remove(slot);
    keys.delete(key);
    rows[slot] = undefined;
    free.push(slot);
  }
}
