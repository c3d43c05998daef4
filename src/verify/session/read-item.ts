import { readPlace } from '../../cases/breaks/place-value.ts';
import type { Collection, CollectionOperation } from '../../contract/collections/collection.ts';
import { variableOf } from '../../contract/collections/path-entries.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { type Item, readKey } from './known-ids.ts';

/** Item in the answer of an operation. */
export function readItem({ envelope }: CollectionOperation, body: unknown): Item {
  const item = readPlace(body, envelope);
  return isJsonObject(item) ? item : {};
}

/** Items in the answer of a list. */
export function readItems({ envelope }: CollectionOperation, body: unknown): Item[] {
  const list = readPlace(body, envelope);
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}

/** Key of the item that an operation is about: of its path, or of its answer. */
export function readItemKey(
  { key, itemPath }: Collection,
  role: CollectionOperation,
  body: unknown,
  path: Item,
): string | number | undefined {
  const { keyParameter } = role;
  if (keyParameter !== undefined && role.role !== 'create') return readKey(path, [keyParameter]);
  const item = readItem(role, body);
  const last = variableOf(itemPath?.split('/').findLast((one) => one !== ''));
  return readKey(item, key) ?? (last === undefined ? undefined : readKey(item, [last]));
}
