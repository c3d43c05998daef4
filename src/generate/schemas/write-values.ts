import { listTexts, type MutableSchema } from '../mutable-schema.ts';
import { typeOf } from './find-types.ts';
import { createNever } from './schema-hint.ts';
import { keepTyped, replaceConstraints } from './split-schema.ts';

/**
 * Writes `const` and `enum` in place as what the generator knows: texts, numbers and
 * booleans as values, null, objects and arrays as types.
 */
export function writeValues(schema: MutableSchema): void {
  if (!('const' in schema) && !Array.isArray(schema.enum)) return;
  const given = Array.isArray(schema.enum) ? schema.enum : [schema.const];
  const values = schema.type === undefined ? given : keepTyped(given, listTexts(schema.type));
  const scalars = values.filter((value) => typeof value !== 'object');
  const others = values.filter((value) => typeof value === 'object').map(expandValue);
  const all = [...(scalars.length > 0 ? [writeScalars(scalars)] : []), ...others];
  const [only] = all;
  if (only === undefined) {
    replaceConstraints(schema, createNever());
  } else replaceConstraints(schema, all.length === 1 ? only : { anyOf: all });
}

function writeScalars(values: readonly unknown[]): MutableSchema {
  const [value] = values;
  return values.length === 1 ? { type: typeOf(value), const: value } : { enum: values };
}

/** A schema that this value alone fits. */
function expandValue(value: unknown): MutableSchema {
  if (typeof value !== 'object') return { type: typeOf(value), const: value };
  if (value === null) return { type: 'null' };
  if (Array.isArray(value)) {
    if (value.length === 0) return { type: 'array', maxItems: 0 };
    const prefixItems = value.map(expandValue);
    return { type: 'array', prefixItems, items: false, minItems: value.length };
  }
  const members = Object.entries(value).map(([key, member]) => [key, expandValue(member)] as const);
  const required = members.map(([key]) => key);
  const properties = Object.fromEntries(members);
  return { type: 'object', properties, required, additionalProperties: false };
}
