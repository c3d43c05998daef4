import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { readName } from '../break-inheritance.ts';
import {
  listSchemas,
  listTexts,
  type MutableSchema,
  readMembers,
  resolveTarget,
} from '../mutable-schema.ts';
import { writeTag } from './tag-alternatives.ts';

type Schemas = ReadonlyMap<string, MutableSchema>;

/**
 * Writes in place into each schema that extends one with a discriminator which values name it: those
 * of the mapping, else its own name, and those of the schemas that extend it.
 *
 * The generator of types takes the property from the parent wherever something extends it, and gives
 * it back to named schemas alone: https://spec.openapis.org/oas/v3.1.1#discriminator-object.
 */
export function tagChildren(document: MutableSchema): void {
  const all = Object.entries(readMembers(readMembers(document.components).schemas));
  const schemas = new Map(
    all.filter((entry): entry is [string, MutableSchema] => isJsonObject(entry[1])),
  );
  const children = listChildren(schemas);
  for (const [name, schema] of schemas) {
    const { propertyName, mapping } = readMembers(schema.discriminator);
    delete schema.discriminator;
    if (typeof propertyName !== 'string') continue;
    tagBelow(document, schemas, children, name, { propertyName, mapping: readMembers(mapping) });
  }
}

interface Discriminator {
  readonly propertyName: string;
  readonly mapping: Readonly<Record<string, unknown>>;
}

function tagBelow(
  document: unknown,
  schemas: Schemas,
  children: ReadonlyMap<string, readonly string[]>,
  parent: string,
  { propertyName, mapping }: Discriminator,
): void {
  const below = listBelow(children, parent);
  const known = readConstants(document, schemas.get(parent), propertyName);
  const values = new Map(below.map((name) => [name, readValues(mapping, name)]));
  // The values may be others than the mapping says.
  const isPossible =
    known === undefined || [...values.values()].flat().every((value) => known.includes(value));
  if (!isPossible) return;
  for (const name of below) {
    const schema = schemas.get(name);
    if (schema === undefined || declares(schema, propertyName)) continue;
    const all = [name, ...listBelow(children, name)].flatMap((each) => values.get(each) ?? []);
    schema.allOf = [...listSchemas(schema.allOf), writeTag(propertyName, [...new Set(all)])];
  }
}

function readValues(mapping: Readonly<Record<string, unknown>>, name: string): string[] {
  const mapped = Object.entries(mapping).filter(
    ([, target]) => typeof target === 'string' && (readName(target) || target) === name,
  );
  return mapped.length === 0 ? [name] : mapped.map(([value]) => value);
}

/** Lists the schemas that extend each one directly. */
function listChildren(schemas: Schemas): Map<string, string[]> {
  const children = new Map<string, string[]>();
  for (const [name, { allOf }] of schemas) {
    for (const { $ref } of listSchemas(allOf)) {
      if (typeof $ref !== 'string') continue;
      const parent = readName($ref);
      children.set(parent, [...(children.get(parent) ?? []), name]);
    }
  }
  return children;
}

/** Lists the schemas that extend one, directly or not. */
function listBelow(children: ReadonlyMap<string, readonly string[]>, name: string): string[] {
  const below = new Set<string>();
  const waiting = [name];
  for (const parent of waiting) {
    for (const child of children.get(parent) ?? []) {
      if (child === name || below.has(child)) continue;
      below.add(child);
      waiting.push(child);
    }
  }
  return [...below];
}

function readConstants(
  document: unknown,
  schema: MutableSchema | undefined,
  name: string,
): unknown[] | undefined {
  const properties = readMembers(schema?.properties);
  const property = Object.hasOwn(properties, name) ? readMembers(properties[name]) : {};
  const { enum: values, const: value } = resolveTarget(document, property) ?? {};
  if (Array.isArray(values)) return values;
  return value === undefined ? undefined : [value];
}

/** Whether a schema or an unnamed part of it says itself what the property may be. */
function declares(schema: MutableSchema, name: string): boolean {
  return [schema, ...listSchemas(schema.allOf)].some(({ properties }) => {
    const known = readMembers(properties);
    if (!Object.hasOwn(known, name)) return false;
    const { enum: values, const: value } = readMembers(known[name]);
    return listTexts(values).length > 0 || value !== undefined;
  });
}
