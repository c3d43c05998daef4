import { isJsonObject } from './json-cursor.ts';

/**
 * Copies JSON deeply. Unlike with `structuredClone`, values joined by YAML anchors become separate,
 * and exact numbers and bytes stay what they are.
 */
export function copyJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyJson);
  return isJsonObject(value) ? copyObject(value) : value;
}

/** Copies an object as `copyJson` does. */
export function copyObject(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, copyJson(member)]));
}
