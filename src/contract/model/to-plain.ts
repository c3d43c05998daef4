import { ExactNumber } from './exact-number.ts';
import { isJsonObject } from './json-cursor.ts';

/**
 * Converts a value to what schemas know: exact numbers to the nearest double, and bytes to text in
 * base64. Shares what needs no change.
 */
export function toPlain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof ExactNumber) return value.valueOf();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) {
    const items = value.map(toPlain);
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  return isJsonObject(value) ? toPlainObject(value) : value;
}

/** Converts the members of an object. */
export function toPlainObject(
  value: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const members = Object.entries(value).map(([key, member]) => [key, toPlain(member)] as const);
  const isSame = members.every(([key, member]) => member === value[key]);
  return isSame ? value : Object.fromEntries(members);
}
