import type { Collection } from '../../contract/collections/collection.ts';
import { instantRole } from '../../contract/collections/member-names.ts';
import type { SchemaPlace } from '../../contract/model/contract.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import type { CollectionModel } from './collection-model.ts';
import { type Row, readPath, textOf, writePath } from './rows.ts';

/** What a row is made of. */
export interface RowWish {
  /** Members that were sent. */
  readonly sent: Row;
  /** Schemas of all members that may be sent, by their names. */
  readonly sendable: ReadonlyMap<string, SchemaPlace>;
  /** Members that the server knows already: those of the row before, or of the documented item. */
  readonly known: Row;
  /** Members by which rows belong to their parents. */
  readonly parents: Row;
  readonly key: unknown;
  /** Current time in Unix milliseconds. */
  readonly now: number;
  readonly isNew: boolean;
}

/**
 * Makes a row: what was sent, over defaults, over what only the server can know. What could have been sent and was not is
 * there only if the schema requires it.
 */
export function makeRow(model: CollectionModel, wish: RowWish): Row {
  const { fitting, item, collection } = model;
  const { places } = fitting;
  const members = places.members(item);
  const required = places.required(item);
  const { known, now, isNew } = wish;
  const sent = withoutGiven(wish, model);
  const row = new Map<string, unknown>();
  for (const [name, place] of members) {
    if (sent.has(name)) row.set(name, overlay(known[name], sent.get(name), place, model));
    else {
      const made = makeMember(name, place);
      if (made !== undefined) row.set(name, made);
    }
  }
  for (const [name, value] of sent) if (!members.has(name)) row.set(name, value);
  const whole = { ...Object.fromEntries(row), ...wish.parents };
  return settle(writeKey(whole, collection, wish.key), model);

  function makeMember(name: string, place: SchemaPlace): unknown {
    const role = instantRole(name);
    if (role === 'updated' || (role === 'created' && isNew)) {
      const instant = writeInstant(now, place, known[name], model);
      if (instant !== undefined) return instant;
    }
    const sendable = wish.sendable.get(name);
    if (sendable === undefined) return known[name];
    const preset = places.keyword(sendable, 'default') ?? places.keyword(place, 'default');
    if (preset !== undefined) return preset;
    return required.has(name) ? known[name] : undefined;
  }
}

/** Corrects a row by the schema of an item; what that does not know stays in the row. */
export function settle(row: Row, { fitting, item, hidden, collection }: CollectionModel): Row {
  const shown = fitting.show(row, item, hidden);
  if (!isJsonObject(shown)) return row;
  return writeKey({ ...row, ...shown }, collection, readPath(row, collection.key));
}

/** Gives a row its key. */
export function writeKey(row: Row, { key }: Collection, value: unknown): Row {
  const written = writePath(row, key, value);
  return isJsonObject(written) ? written : row;
}

/** Members that were sent, without those that only the server gives: an answer may call all of its members `readOnly`. */
function withoutGiven(
  { sent, sendable }: RowWish,
  { fitting: { places }, item, hidden }: CollectionModel,
) {
  const members = places.members(item);
  const entries = Object.entries(sent).filter(([name]) => {
    const place = members.get(name);
    if (hidden.has(name)) return false;
    const isOpen = place === undefined || sendable.has(name);
    return isOpen || places.keyword(place, 'readOnly') !== true;
  });
  return new Map(entries);
}

/** Puts a sent value in the place of a known one; one that does not fit its schema is completed by it. */
function overlay(
  known: unknown,
  sent: unknown,
  place: SchemaPlace,
  { fitting }: CollectionModel,
): unknown {
  if (fitting.isValid(place, sent)) return sent;
  const other = respell(sent);
  if (other !== undefined && fitting.isValid(place, other)) return other;
  if (isJsonObject(known) && isJsonObject(sent)) {
    const merged = { ...known, ...sent };
    if (fitting.isValid(place, merged)) return merged;
  }
  return known !== undefined && fitting.isValid(place, known) ? known : fitting.fit(place, sent);
}

/** A number as text, and a text as the number that it is. */
function respell(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : undefined;
}

/** Writes an instant in the type and format of a member, or in the form of its former value. */
export function writeInstant(
  now: number,
  place: SchemaPlace,
  former: unknown,
  { fitting }: CollectionModel,
): unknown {
  const { places } = fitting;
  const types = places.types(place);
  const seconds = Math.floor(now / 1000);
  if (types.includes('integer') || types.includes('number')) {
    return typeof former === 'number' && former > 1e11 ? Math.floor(now) : seconds;
  }
  const isText = types.length === 0 || types.includes('string');
  if (!isText) return undefined;
  const iso = new Date(now).toISOString();
  const format = places.keyword(place, 'format');
  if (format === 'date') return iso.slice(0, 10);
  const text = textOf(former);
  const forms = [
    iso.replace(/\.\d+Z$/, 'Z'),
    iso,
    iso.replace(/\.\d+Z$/, '+00:00'),
    iso.slice(0, 10),
  ];
  const ordered = /\.\d{3}Z$/.test(text) ? [iso, ...forms] : forms;
  // A text that is no date, as `2 days ago`, has a form that nobody knows.
  if (format !== 'date-time' && text !== '' && Number.isNaN(Date.parse(text))) return undefined;
  return ordered.find((form) => fitting.isValid(place, form));
}
