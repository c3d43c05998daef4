import type { JsonSchema } from './json-schema.ts';
import { allowedTypes } from './json-types.ts';
import { readNumber } from './read-number.ts';
import type { ResolveSchema } from './resolve-schema.ts';

/**
 * Converts text to a value of one of the JSON types; text that fits none stays a string.
 *
 * Empty text stays a string: HTTP has no other way to send an empty value.
 */
export function coerceScalar(text: string, types: readonly string[]): unknown {
  if (types.includes('integer') && /^-?\d+$/.test(text)) return readNumber(text);
  if (types.includes('number') && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text))
    return readNumber(text);
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

/**
 * Lists the JSON types that a schema allows, through `$ref` and composition; empty if it has none.
 */
export function schemaTypes(schema: JsonSchema | undefined, resolve: ResolveSchema): string[] {
  if (schema === undefined) return [];
  const resolved = resolve(schema);
  if (typeof resolved === 'boolean') return [];
  const branches = [resolved.anyOf, resolved.oneOf, resolved.allOf].flatMap((list) => list ?? []);
  return [...allowedTypes(resolved), ...branches.flatMap((branch) => schemaTypes(branch, resolve))];
}

/** Lists the JSON types that a schema allows for array items; empty if it names none. */
export function itemTypes(schema: JsonSchema | undefined, resolve: ResolveSchema): string[] {
  const resolved = resolve(schema ?? true);
  return typeof resolved === 'boolean' ? [] : schemaTypes(resolved.items, resolve);
}

/** Whether a list of types allows objects, and nothing else except null. */
export function isObjectType(types: readonly string[]): boolean {
  return types.includes('object') && types.every((type) => type === 'object' || type === 'null');
}

/** Whether a list of types allows text; an empty one allows anything. */
export function allowsText(types: readonly string[]): boolean {
  return types.length === 0 || types.includes('string');
}
