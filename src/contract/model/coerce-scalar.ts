import type { JsonSchema } from './json-schema.ts';
import { allowedTypes } from './json-types.ts';
import { readNumber } from './read-number.ts';
import { type ResolveSchema, resolveUnseen } from './resolve-schema.ts';

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
export function schemaTypes(
  schema: JsonSchema | undefined,
  resolve: ResolveSchema,
  seen = new Set<unknown>(),
): string[] {
  const resolved = schema === undefined ? undefined : resolveUnseen(schema, resolve, seen);
  if (resolved === undefined) return [];
  const branches = [resolved.anyOf, resolved.oneOf, resolved.allOf].flatMap((list) => list ?? []);
  const types = branches.flatMap((branch) => schemaTypes(branch, resolve, seen));
  return [...allowedTypes(resolved), ...types];
}

/** Finds the schema of array items, through `$ref` and composition; the first one wins. */
export function itemSchema(
  schema: JsonSchema | undefined,
  resolve: ResolveSchema,
  seen = new Set<unknown>(),
): JsonSchema | undefined {
  const resolved = resolveUnseen(schema ?? true, resolve, seen);
  if (resolved === undefined) return undefined;
  if (resolved.items !== undefined) return resolved.items;
  const branches = [resolved.allOf, resolved.anyOf, resolved.oneOf].flatMap((list) => list ?? []);
  return branches
    .values()
    .map((branch) => itemSchema(branch, resolve, seen))
    .find((items) => items !== undefined);
}

/** Whether a list of types allows objects, and nothing else except null. */
export function isObjectType(types: readonly string[]): boolean {
  return types.includes('object') && types.every((type) => type === 'object' || type === 'null');
}

/** Whether a list of types allows text; an empty one allows anything. */
export function allowsText(types: readonly string[]): boolean {
  return types.length === 0 || types.includes('string');
}
