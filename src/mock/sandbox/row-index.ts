import { createTextIndex } from './text-index.ts';

/** Groups of rows in a steady order. */
export interface IndexSpec<Row> {
  /** Group that a row belongs to; `undefined` for none. */
  group(row: Row): string | undefined;
  /** Order within a group; equal rows, and all of them without one, stand in the order in which they came. */
  order?(one: Row, other: Row): number;
}

/** Rows of a table, and their places in the order in which they came, by the number of their slot. */
export interface Slots {
  readonly rows: (object | undefined)[];
  readonly places: number[];
}

/** Rows of a table in groups. */
export interface RowIndex {
  /** Takes in the row of a slot. */
  readonly add: (slot: number) => void;
  /** Takes out the row of a slot, while it is still there. */
  readonly remove: (slot: number) => void;
  /** Puts a row in the place of the one of a slot, before it is there; `false`, and no change, where it has another. */
  readonly exchange: (slot: number, row: object) => boolean;
  readonly list: (group: string) => readonly object[];
  /** Position in a group at which the row of a slot stands, or would stand. */
  readonly position: (group: string, slot: number) => number;
}

/** Rows and their places stand in arrays of their own, so that a list is given without a copy. */
interface Group {
  readonly name: string;
  readonly rows: object[];
  readonly places: number[];
}

export function createRowIndex(
  { group: groupOf, order = () => 0 }: IndexSpec<object>,
  slots: Slots,
): RowIndex {
  const groups: (Group | undefined)[] = [];
  const free: number[] = [];
  // Most groups have one row, and then no more than its slot is kept: an even number is twice a slot, an odd one is
  // that of a group.
  const numbers = createTextIndex((number) =>
    isSlot(number) ? nameOf(slots.rows[number >> 1]) : groups[number >> 1]?.name,
  );
  return {
    add: (slot) => {
      const row = slots.rows[slot];
      const name = nameOf(row);
      if (row === undefined || name === undefined) return;
      const number = numbers.find(name);
      if (number < 0) numbers.add(name, slot << 1);
      else insert(isSlot(number) ? openGroup(name, number) : groupAt(number), slot, row);
    },
    remove: (slot) => {
      const row = slots.rows[slot];
      const name = nameOf(row);
      if (row === undefined || name === undefined) return;
      const number = numbers.find(name);
      if (isSlot(number)) numbers.delete(name);
      else take(groupAt(number), number, slot, row);
    },
    exchange: (slot, row) => {
      const before = slots.rows[slot];
      const name = nameOf(before);
      if (before === undefined || name !== groupOf(row)) return false;
      if (name === undefined) return true;
      const number = numbers.find(name);
      if (isSlot(number)) return true;
      if (order(before, row) !== 0) return false;
      const group = groupAt(number);
      const at = findPosition(group, before, placeOf(slot));
      if (group.places[at] !== placeOf(slot)) return false;
      group.rows[at] = row;
      return true;
    },
    list: (name) => find(name).rows,
    position: (name, slot) => {
      const row = slots.rows[slot];
      return row === undefined ? 0 : findPosition(find(name), row, placeOf(slot));
    },
  };

  function nameOf(row: object | undefined): string | undefined {
    return row && groupOf(row);
  }

  function placeOf(slot: number): number {
    return slots.places[slot] ?? 0;
  }

  function groupAt(number: number): Group {
    return groups[number >> 1] ?? emptyGroup('');
  }

  function find(name: string): Group {
    const number = numbers.find(name);
    if (number < 0) return emptyGroup(name);
    return isSlot(number) ? groupOfOne(name, number >> 1) : groupAt(number);
  }

  function groupOfOne(name: string, slot: number): Group {
    const row = slots.rows[slot];
    return row === undefined ? emptyGroup(name) : { name, rows: [row], places: [placeOf(slot)] };
  }

  /** Makes a group of the only row of its name. */
  function openGroup(name: string, number: number): Group {
    const group = groupOfOne(name, number >> 1);
    const at = free.pop() ?? groups.length;
    groups[at] = group;
    numbers.replace(name, (at << 1) | 1);
    return group;
  }

  function insert(group: Group, slot: number, row: object): void {
    const at = findPosition(group, row, placeOf(slot));
    insertAt(group.rows, at, row);
    insertAt(group.places, at, placeOf(slot));
  }

  function take(group: Group, number: number, slot: number, row: object): void {
    const at = findPosition(group, row, placeOf(slot));
    if (group.places[at] !== placeOf(slot)) return;
    group.rows.splice(at, 1);
    group.places.splice(at, 1);
    if (group.rows.length > 0) return;
    numbers.delete(group.name);
    groups[number >> 1] = undefined;
    free.push(number >> 1);
  }

  /** Position of the first row that does not come before one with a place. */
  function findPosition(group: Group, row: object, place: number): number {
    let low = 0;
    let high = group.rows.length;
    // Most rows come behind all others.
    if (high === 0 || isBefore(group, high - 1, row, place)) return high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(group, middle, row, place)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function isBefore({ rows, places }: Group, at: number, row: object, place: number): boolean {
    const other = rows[at];
    return other !== undefined && (order(other, row) || (places[at] ?? 0) - place) < 0;
  }
}

function emptyGroup(name: string): Group {
  return { name, rows: [], places: [] };
}

function isSlot(number: number): boolean {
  return (number & 1) === 0;
}

/** Puts a value before the one at a position; behind all others there is nothing to move. */
function insertAt<T>(values: T[], at: number, value: T): void {
  if (at === values.length) values.push(value);
  else values.splice(at, 0, value);
}
