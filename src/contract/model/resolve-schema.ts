import { isJsonObject, jump } from './json-cursor.ts';
import type { JsonSchema } from './json-schema.ts';

/** Follows the `$ref` of a schema; its siblings override the target. */
export type ResolveSchema = (schema: JsonSchema) => JsonSchema;

/** Creates a function that follows local `$ref`s between the schemas of a bundled document. */
export function createSchemaResolver(document: unknown): ResolveSchema {
  const resolve: ResolveSchema = (schema) => {
    if (typeof schema === 'boolean' || schema.$ref === undefined) return schema;
    const { $ref, ...siblings } = schema;
    const { node } = jump(document, $ref);
    if (!isJsonObject(node)) return node !== false;
    const target = resolve(node);
    return typeof target === 'boolean' ? target : { ...target, ...siblings };
  };
  return resolve;
}
