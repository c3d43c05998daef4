import type { JsonSchema, SchemaObject } from '../model/json-schema.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';

/** Whether a branch of `oneOf` or `anyOf` describes the data at hand. */
export type BranchFits = (branch: SchemaObject) => boolean;

/**
 * Flattens a schema: follows references and merges `allOf` and, of `oneOf` and `anyOf`, the first
 * branch that fits, or the first.
 */
export function flattenSchema(
  schema: JsonSchema,
  resolve: ResolveSchema,
  fits: BranchFits,
): SchemaObject {
  const resolved = resolve(schema);
  if (typeof resolved === 'boolean') return {};
  const { allOf = [], oneOf = [], anyOf = [], ...own } = resolved;
  const flatten = (part: JsonSchema) => flattenSchema(part, resolve, fits);
  const chosen = [oneOf, anyOf].flatMap((branches) => choose(branches.map(flatten), fits));
  return [...allOf.map(flatten), ...chosen].reduce(mergeSchemas, own);
}

function choose(branches: SchemaObject[], fits: BranchFits): SchemaObject[] {
  const branch = branches.find(fits) ?? branches[0];
  return branch ? [branch] : [];
}

function mergeSchemas(own: SchemaObject, part: SchemaObject): SchemaObject {
  return {
    ...part,
    ...own,
    ...(own.properties && { properties: { ...part.properties, ...own.properties } }),
    required: [...(own.required ?? []), ...(part.required ?? [])],
    xml: { ...part.xml, ...own.xml },
  };
}
