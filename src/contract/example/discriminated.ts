import { isJsonObject } from '../model/json-cursor.ts';
import type { JsonSchema, SchemaObject } from '../model/json-schema.ts';
import { lastToken } from '../model/reference.ts';
import type { Making } from './making.ts';

type Branching = 'oneOf' | 'anyOf';

/** Index of the branch that a value names; `undefined` without a discriminator. */
export function findNamed(
  schema: SchemaObject,
  keyword: Branching,
  value: unknown,
  { readBranches }: Making,
): number | undefined {
  const branches = readBranches(schema);
  if (branches?.keyword !== keyword || !isJsonObject(value)) return undefined;
  const name = value[branches.propertyName];
  return typeof name === 'string' ? branches.byValue.get(name) : undefined;
}

/** Schema of the value that names the chosen branch; `undefined` without a discriminator. */
export function nameBranch(
  schema: SchemaObject,
  keyword: Branching,
  index: number,
  former: unknown,
  { readBranches }: Making,
): JsonSchema | undefined {
  const branches = readBranches(schema);
  if (branches?.keyword !== keyword) return undefined;
  const { propertyName, byValue } = branches;
  const names = [...byValue].filter(([, chosen]) => chosen === index).map(([name]) => name);
  const [first] = names;
  if (first === undefined) return undefined;
  const kept = names.find((name) => isJsonObject(former) && former[propertyName] === name);
  return { properties: { [propertyName]: { const: kept ?? first } } };
}

/**
 * Schema of the discriminator of a parent that other schemas extend: the name of the schema that
 * was referred to, or else any that is known.
 */
export function findDiscriminated(
  schema: SchemaObject,
  refs: readonly string[],
  { readBranches }: Making,
): JsonSchema | undefined {
  const branches = readBranches(schema);
  if (branches === undefined || branches.keyword !== undefined) return undefined;
  const { propertyName, byValue } = branches;
  const own = refs.map(lastToken).find((name) => mappedValue(schema, name) ?? byValue.has(name));
  if (own !== undefined) {
    return { properties: { [propertyName]: { const: mappedValue(schema, own) ?? own } } };
  }
  return branches.isClosed
    ? { properties: { [propertyName]: { enum: [...byValue.keys()] } } }
    : true;
}

function mappedValue({ discriminator }: SchemaObject, name: string): string | undefined {
  const mapping = isJsonObject(discriminator) ? discriminator.mapping : undefined;
  if (!isJsonObject(mapping)) return undefined;
  return Object.keys(mapping).find((value) => lastToken(String(mapping[value])) === name);
}
