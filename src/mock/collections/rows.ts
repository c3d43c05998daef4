import type { Collection, Parent } from '../../contract/collections/collection.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { memberOf } from '../../contract/model/member-of.ts';
import type { TableSpec } from '../state/table.ts';

/** Item as its table keeps it: with the members that tell its parents, and its key. */
export type Row = Readonly<Record<string, unknown>>;

/** Index of the rows of the same parents. */
export const SIBLINGS = 'siblings';

/** Makes the table of a collection; its rows have their key in their group. */
export function createTable(
  collection: Collection,
  schema: Readonly<Record<string, unknown>>,
): TableSpec {
  return {
    key: (row) => tableKey(groupOf(row, collection.parents), keyOf(row, collection)),
    indexes: { [SIBLINGS]: { group: (row) => groupOf(row, collection.parents) } },
    schema,
  };
}

/** Value of a member, as rows are told apart by it. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Value that is found through some members. */
export function readPath(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, name) => memberOf(at, name), value);
}

/** Gives a value a member that others lead to; those that are missing are made. */
export function writePath(value: unknown, path: readonly string[], member: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return member;
  const members = new Map(Object.entries(isJsonObject(value) ? value : {}));
  members.set(name, writePath(members.get(name), rest, member));
  return Object.fromEntries(members);
}

/** Key of a row among its siblings. */
export function keyOf(row: object, { key }: Pick<Collection, 'key'>): string {
  return textOf(readPath(row, key));
}

/** Group of the rows that have the same parents. */
export function groupOf(row: object, parents: readonly Parent[]): string {
  return parents.map(({ member }) => escapeKey(textOf(memberOf(row, member)))).join('/');
}

/** Key of a row in its table. */
export function tableKey(group: string, key: string): string {
  return group === '' ? key : `${group}/${escapeKey(key)}`;
}

function escapeKey(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('/', '%2F');
}
