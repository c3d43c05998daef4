import { isJsonObject } from './json-cursor.ts';

/**
 * Copies JSON deeply. Unlike with `structuredClone`, values joined by YAML anchors become separate,
 * and exact numbers and bytes stay what they are.
 */
export function copyJson<T>(value: T): T;
export function copyJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyJson);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, copyJson(member)]));
}
