import type { SchemaPlace } from '../../contract/model/contract.ts';
import { escapeToken, isJsonObject } from '../../contract/model/json-cursor.ts';

/** Keys that lead to a value inside of another one. */
export type Keys = readonly (string | number)[];

/** Reads what keys lead to; `undefined` where there is nothing. */
export function readPlace(whole: unknown, keys: Keys): unknown {
  return keys.reduce<unknown>((at, key) => {
    if (Array.isArray(at)) return at[Number(key)];
    return isJsonObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }, whole);
}

/** Copies a value with another one in a place. */
export function placeValue(whole: unknown, keys: Keys, value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (Array.isArray(whole)) {
    const copy = [...whole];
    copy[Number(key)] = placeValue(whole[Number(key)], rest, value);
    return copy;
  }
  const own = isJsonObject(whole) ? whole : {};
  return withMember(own, String(key), placeValue(readPlace(own, [key]), rest, value));
}

/** Copies an object without a member. */
export function withoutMember(object: Readonly<Record<string, unknown>>, name: string): object {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}

/** A spread would set the prototype for `__proto__`. */
function withMember(
  object: Readonly<Record<string, unknown>>,
  name: string,
  value: unknown,
): unknown {
  const entries = Object.entries(object);
  const isThere = Object.hasOwn(object, name);
  return Object.fromEntries(
    isThere
      ? entries.map(([key, member]) => [key, key === name ? value : member])
      : [...entries, [name, value]],
  );
}

/** Schema inside of another one, by the keys that lead to it. */
export function childOf(
  { pointer }: SchemaPlace,
  schema: SchemaPlace['schema'],
  ...keys: Keys
): SchemaPlace {
  return { pointer: `${pointer}${toPointer(keys)}`, schema };
}

/** Writes keys as a JSON Pointer. */
export function toPointer(keys: Keys): string {
  return keys.map((key) => `/${escapeToken(key)}`).join('');
}

/** Whether a JSON Pointer leads inside of what another one leads to. */
export function isBelow(pointer: string, owner: string): boolean {
  return pointer.startsWith(`${owner}/`);
}
