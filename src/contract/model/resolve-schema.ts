import { isJsonObject, jump } from './json-cursor.ts';
import type { JsonSchema, SchemaObject } from './json-schema.ts';

/** Follows the `$ref` of a schema; its siblings are added to the target, or override it. */
export type ResolveSchema = (schema: JsonSchema) => JsonSchema;

/**
 * Follows the `$ref` of a schema that a walk through composition has not seen yet; `undefined` for
 * one that it has, or that is no object. A base often lists the children that extend it.
 */
export function resolveUnseen(
  schema: JsonSchema,
  resolve: ResolveSchema,
  seen: Set<unknown>,
): SchemaObject | undefined {
  // A malformed document may have anything in the place of a schema.
  if (!isJsonObject(schema)) return undefined;
  const key = schema.$ref ?? schema;
  if (seen.has(key)) return undefined;
  seen.add(key);
  const resolved = resolve(schema);
  return typeof resolved === 'boolean' ? undefined : resolved;
}

/** Creates a function that follows local `$ref`s between the schemas of a bundled document. */
export function createSchemaResolver(document: unknown): ResolveSchema {
  const resolve: ResolveSchema = (schema) => {
    // What is no schema accepts anything, as it does in validation.
    if (!isJsonObject(schema)) return schema !== false;
    if (typeof schema.$ref !== 'string') return schema;
    const { $ref, ...siblings } = schema;
    const { node } = jump(document, $ref);
    if (!isJsonObject(node)) return node !== false;
    const target = resolve(node);
    return typeof target === 'boolean' ? target : merge(target, siblings);
  };
  return resolve;
}

function merge(target: SchemaObject, siblings: SchemaObject): SchemaObject {
  const { properties, required, allOf } = siblings;
  return {
    ...target,
    ...siblings,
    ...(properties && { properties: { ...target.properties, ...properties } }),
    ...(required && { required: [...new Set([...(target.required ?? []), ...required])] }),
    ...(allOf && { allOf: [...(target.allOf ?? []), ...allOf] }),
  };
}
