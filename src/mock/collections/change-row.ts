import { isDeepStrictEqual } from 'node:util';
import { instantRole } from '../../contract/collections/member-names.ts';
import type { SchemaPlace } from '../../contract/model/contract.ts';
import type { CollectionModel } from './collection-model.ts';
import { settle, writeInstant, writeKey } from './make-row.ts';
import { type Row, readPath } from './rows.ts';

/** What becomes of a row. */
export interface RowChange {
  readonly patched: Row;
  /** Schemas of all members that may be sent, whatever the answer says of them, by their names. */
  readonly sendable: ReadonlyMap<string, SchemaPlace>;
  /** Current time in Unix milliseconds. */
  readonly now: number;
}

/** Changes a row to a patched one; what only the server gives stays, and so does what the new value does not fit. */
export function changeRow(
  model: CollectionModel,
  row: Row,
  { patched, sendable, now }: RowChange,
): Row {
  const { fitting, item, collection } = model;
  const { places } = fitting;
  const members = places.members(item);
  const required = places.required(item);
  const fixed = new Set([...model.hidden, ...collection.parents.map(({ member }) => member)]);
  const changed = new Map<string, unknown>();
  for (const name of new Set([...Object.keys(row), ...Object.keys(patched)])) {
    const place = members.get(name);
    const [before, after] = [row[name], patched[name]];
    const isFixed = fixed.has(name) || (place && isGiven(name, place));
    const isKept = isFixed || (after === undefined && required.has(name));
    const isFit = after === undefined || !place || fitting.isValid(place, after);
    const value = isKept || !isFit ? before : after;
    const role = place && instantRole(name);
    const instant = role === 'updated' && isDeepStrictEqual(before, after);
    const shown = instant ? (writeInstant(now, place ?? item, before, model) ?? value) : value;
    if (shown !== undefined) changed.set(name, shown);
  }
  const key = readPath(row, collection.key);
  return settle(writeKey(Object.fromEntries(changed), collection, key), model);

  function isGiven(name: string, place: SchemaPlace): boolean {
    return !sendable.has(name) && places.keyword(place, 'readOnly') === true;
  }
}
