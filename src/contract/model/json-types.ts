import { ExactNumber } from './exact-number.ts';
import type { JsonType, SchemaObject } from './json-schema.ts';

/** Lists the JSON types that a flat schema allows, inferred without `type`; empty for any. */
export function allowedTypes(schema: SchemaObject): readonly JsonType[] {
  if (schema.type !== undefined) return [schema.type].flat();
  if (schema.properties !== undefined) return ['object'];
  if (schema.items !== undefined) return ['array'];
  if (schema.const !== undefined) return [typeOf(schema.const)];
  return (schema.enum ?? []).map(typeOf);
}

/** Returns the JSON type of a value; a number without a fraction is an integer. */
export function typeOf(value: unknown): JsonType {
  if (value === null) return 'null';
  if (value instanceof ExactNumber) return typeOf(value.valueOf());
  if (Array.isArray(value)) return 'array';
  if (Number.isInteger(value)) return 'integer';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'string' ? 'string' : 'object';
}

/** Whether a list of types (empty means any) allows a type; an integer is a number too. */
export function allowsType(types: readonly JsonType[], type: JsonType): boolean {
  if (types.length === 0 || types.includes(type)) return true;
  return type === 'integer' && types.includes('number');
}
