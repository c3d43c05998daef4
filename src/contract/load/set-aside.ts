import { isJsonObject } from '../model/json-cursor.ts';

/** No text of a document begins so. */
const TOKEN = '\0set aside ';

/** Puts values back in place of the texts that stand for them. */
export type Restore = (node: unknown) => unknown;

/**
 * Replaces what JSON does not know, such as exact numbers and bytes, by texts, in place: libraries
 * that copy a document would take it apart.
 */
export function setAside(document: unknown): Restore {
  const values: unknown[] = [];
  replace(document, (value) => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value) || isJsonObject(value)) return value;
    return `${TOKEN}${values.push(value) - 1}`;
  });
  const restore: Restore = (value) =>
    typeof value === 'string' && value.startsWith(TOKEN)
      ? values[Number(value.slice(TOKEN.length))]
      : value;
  return (node) => (values.length === 0 ? node : replace(node, restore));
}

function replace(node: unknown, change: (value: unknown) => unknown): unknown {
  if (typeof node !== 'object' || node === null) return change(node);
  for (const [key, value] of Object.entries(node)) {
    const changed = change(value);
    if (changed !== value) Reflect.set(node, key, changed);
    else replace(value, change);
  }
  return node;
}
