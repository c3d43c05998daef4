import type { JsonSchema, JsonType, SchemaObject } from './json-schema.ts';
import type { ResolveSchema } from './resolve-schema.ts';

/** Tells whether a branch of `oneOf` or `anyOf` is the one that describes the data at hand. */
export type BranchFits = (branch: SchemaObject) => boolean;

/**
 * Reads a schema as one object without composition: references followed, `allOf` merged, and of `oneOf`
 * and `anyOf` the first branch that fits merged, or the first branch of all where none fits.
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

/** JSON types that a flat schema allows, told from its keywords where `type` is missing; empty for any type. */
export function allowedTypes(schema: SchemaObject): readonly JsonType[] {
  if (schema.type !== undefined) return [schema.type].flat();
  if (schema.properties !== undefined) return ['object'];
  if (schema.items !== undefined) return ['array'];
  if (schema.const !== undefined) return [typeOf(schema.const)];
  return (schema.enum ?? []).map(typeOf);
}

/** JSON type of a value; a number without a fraction is an integer. */
export function typeOf(value: unknown): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (Number.isInteger(value)) return 'integer';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'string' ? 'string' : 'object';
}

/** Tells whether a list of types (empty: any) allows a type; an integer is a number too. */
export function allowsType(types: readonly JsonType[], type: JsonType): boolean {
  if (types.length === 0 || types.includes(type)) return true;
  return type === 'integer' && types.includes('number');
}
