import type { JsonSchema } from './json-schema.ts';
import { allowedTypes } from './json-types.ts';
import type { ResolveSchema } from './resolve-schema.ts';

/**
 * Reads text as the first JSON type of the list that it is a value of; text that fits none stays text.
 *
 * An empty text stays text: HTTP has no other way to send an empty value.
 */
export function coerceScalar(text: string, types: readonly string[]): unknown {
  if (types.includes('integer') && /^-?\d+$/.test(text)) return Number(text);
  if (types.includes('number') && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return Number(text);
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

/** JSON types that a schema allows, through `$ref`, `anyOf`, `oneOf` and `allOf`; empty when it says none. */
export function schemaTypes(schema: JsonSchema | undefined, resolve: ResolveSchema): string[] {
  if (schema === undefined) return [];
  const resolved = resolve(schema);
  if (typeof resolved === 'boolean') return [];
  const branches = [resolved.anyOf, resolved.oneOf, resolved.allOf].flatMap((list) => list ?? []);
  return [...allowedTypes(resolved), ...branches.flatMap((branch) => schemaTypes(branch, resolve))];
}

/** JSON types that a schema allows for the items of an array; empty when it says none. */
export function itemTypes(schema: JsonSchema | undefined, resolve: ResolveSchema): string[] {
  const resolved = resolve(schema ?? true);
  return typeof resolved === 'boolean' ? [] : schemaTypes(resolved.items, resolve);
}

/** Whether a list of types allows an object, and nothing else but null. */
export function isObjectType(types: readonly string[]): boolean {
  return types.includes('object') && types.every((type) => type === 'object' || type === 'null');
}
