import { ContractError } from '../contract/model/contract-error.ts';
import { child, isJsonObject, type JsonCursor } from '../contract/model/json-cursor.ts';

/** Returns a member, following references; `undefined` if there is none, or if a reference leads nowhere. */
export function openMember(
  cursor: JsonCursor | undefined,
  key: string | number,
): JsonCursor | undefined {
  if (cursor === undefined) return undefined;
  try {
    return child(cursor, key);
  } catch (error) {
    // The loader has reported it.
    if (error instanceof ContractError) return undefined;
    throw error;
  }
}

/** Lists the members of an object, or the items of an array by index, without extensions. */
export function openMembers(cursor: JsonCursor | undefined): [key: string, member: JsonCursor][] {
  const { node } = cursor ?? {};
  if (!isJsonObject(node) && !Array.isArray(node)) return [];
  return Object.keys(node).flatMap((key) => {
    const member = key.startsWith('x-') ? undefined : openMember(cursor, key);
    return member === undefined ? [] : [[key, member] as [string, JsonCursor]];
  });
}

/** Value of a member; `undefined` if there is none. */
export function readMember(cursor: JsonCursor | undefined, key: string): unknown {
  const node = cursor?.node;
  return isJsonObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;
}
