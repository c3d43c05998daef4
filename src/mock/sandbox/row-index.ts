/** Groups of rows in a steady order. */
export interface IndexSpec<Row> {
  /** Group that a row belongs to; `undefined` for none. */
  group(row: Row): string | undefined;
  /** Order within a group; equal rows, and all of them without one, stand in the order in which they came. */
  order?(one: Row, other: Row): number;
}

/** Row and its place in the order in which rows came. */
export interface Entry<Row extends object = object> {
  readonly row: Row;
  readonly place: number;
}

/** Rows of a table in groups. */
export interface RowIndex {
  readonly add: (entry: Entry) => void;
  readonly remove: (entry: Entry) => void;
  readonly list: (group: string) => readonly object[];
  /** Position in a group at which an entry stands, or would stand. */
  readonly position: (group: string, entry: Entry) => number;
}

/** Rows and their places stand in arrays of their own, so that a list is given without a copy. */
interface Group {
  readonly rows: object[];
  readonly places: number[];
}

export function createRowIndex({ group: groupOf, order = () => 0 }: IndexSpec<object>): RowIndex {
  // Most groups have one row, which needs no more than its entry.
  const groups = new Map<string, Group | Entry>();
  return {
    add: (entry) => {
      const name = groupOf(entry.row);
      if (name === undefined) return;
      const found = groups.get(name);
      if (found === undefined) {
        groups.set(name, entry);
        return;
      }
      const group = toGroup(found);
      if (group !== found) groups.set(name, group);
      const at = findPosition(group, entry);
      insert(group.rows, at, entry.row);
      insert(group.places, at, entry.place);
    },
    remove: (entry) => {
      const name = groupOf(entry.row) ?? '';
      const found = groups.get(name);
      if (found === undefined) return;
      const { rows, places } = toGroup(found);
      const at = findPosition({ rows, places }, entry);
      if (places[at] !== entry.place) return;
      rows.splice(at, 1);
      places.splice(at, 1);
      if (rows.length === 0) groups.delete(name);
    },
    list: (name) => {
      const found = groups.get(name);
      return found === undefined ? [] : toGroup(found).rows;
    },
    position: (name, entry) => {
      const found = groups.get(name);
      return found === undefined ? 0 : findPosition(toGroup(found), entry);
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

function isEntry(found: Group | Entry): found is Entry {
  return 'row' in found;
}

/** Group of its own for a single row. */
function toGroup(found: Group | Entry): Group {
  return isEntry(found) ? { rows: [found.row], places: [found.place] } : found;
}

/** Puts a value before the one at a position; behind all others there is nothing to move. */
function insert<T>(values: T[], at: number, value: T): void {
  if (at === values.length) values.push(value);
  else values.splice(at, 0, value);
}
