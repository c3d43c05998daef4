import { isJsonObject } from '../contract/model/json-cursor.ts';
import { listSchemas, type MutableSchema, readMembers } from './mutable-schema.ts';

/**
 * Breaks in place the circle of a parent that lists its children as alternatives, while they extend it by
 * `allOf`: the children extend what the parent says besides.
 */
export function breakInheritance(document: MutableSchema): void {
  const schemas = readMembers(readMembers(document.components).schemas);
  for (const [name, schema] of Object.entries(schemas)) {
    if (!isJsonObject(schema) || !Array.isArray(schema.allOf)) continue;
    schema.allOf = schema.allOf.map((part) => extendBase(schemas, name, part));
  }
}

function extendBase(schemas: Record<string, unknown>, name: string, part: unknown): unknown {
  const parent = readMembers(part).$ref;
  const base = typeof parent === 'string' ? schemas[readName(parent)] : undefined;
  if (!isJsonObject(base)) return part;
  const children = [base.oneOf, base.anyOf].flatMap(listSchemas);
  const isChild = children.some(({ $ref }) => typeof $ref === 'string' && readName($ref) === name);
  if (!isChild) return part;
  const { oneOf, anyOf, discriminator, title, description, ...rest } = base;
  return structuredClone(rest);
}

/** Returns the name of the component that a reference leads to; empty for anything else. */
export function readName(reference: string): string {
  return /^#\/components\/schemas\/([^/]+)$/.exec(reference)?.[1] ?? '';
}
