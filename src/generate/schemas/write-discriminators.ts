import { findSchemas } from '../../contract/model/find-schemas.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import {
  type Branches,
  createBranchReader,
} from '../../contract/validate/discriminator-branches.ts';
import { listTexts, type MutableSchema, readMembers, resolveTarget } from '../mutable-schema.ts';

/**
 * Writes in place what each discriminator chooses: every alternative says itself which values name it.
 *
 * The generator takes the property away from parents, and gives it to the alternatives alone, so that a
 * discriminator is left to it only where each alternative has a text of its own.
 */
export function writeDiscriminators(document: unknown): void {
  const readBranches = createBranchReader(document);
  const found = findSchemas(document)
    .filter((schema) => 'discriminator' in schema)
    .map((schema) => [schema, readBranches(schema)] as const);
  for (const [schema, branches] of found) writeBranches(document, schema, branches);
}

function writeBranches(
  document: unknown,
  schema: MutableSchema,
  branches: Branches | undefined,
): void {
  const { keyword } = branches ?? {};
  const alternatives = keyword === undefined ? undefined : schema[keyword];
  if (branches === undefined || keyword === undefined || !Array.isArray(alternatives)) {
    delete schema.discriminator;
    return;
  }
  if (isLiteral(document, alternatives, branches)) return;
  delete schema.discriminator;
  const named = branches.isClosed
    ? alternatives.map((alternative, index) => nameAlternative(alternative, branches, index))
    : alternatives;
  delete schema[keyword];
  // The names exclude each other.
  const { anyOf } = schema;
  if (anyOf === undefined) schema.anyOf = named;
  else schema.allOf = [...[schema.allOf ?? []].flat(), { anyOf: named }];
}

function nameAlternative(
  alternative: unknown,
  { propertyName, byValue }: Branches,
  index: number,
): unknown {
  const values = [...byValue].filter(([, chosen]) => chosen === index).map(([value]) => value);
  if (values.length === 0) return alternative;
  const properties = Object.fromEntries([[propertyName, { enum: values }]]);
  return { allOf: [alternative, { type: 'object', properties }] };
}

/** Whether each alternative requires a text of its own as the property. */
function isLiteral(
  document: unknown,
  alternatives: readonly unknown[],
  { propertyName }: Branches,
): boolean {
  const texts = alternatives
    .filter((alternative) => readMembers(alternative).type !== 'null')
    .map((alternative) => readLiteral(document, readMembers(alternative), propertyName));
  return !texts.includes(undefined) && new Set(texts).size === texts.length;
}

function readLiteral(
  document: unknown,
  alternative: MutableSchema,
  name: string,
): string | undefined {
  if (!/^#\/components\/schemas\/[^/]+$/.test(String(alternative.$ref))) return undefined;
  const target = resolveTarget(document, alternative) ?? {};
  const isPlain =
    target.type === 'object' && !['allOf', 'anyOf', 'oneOf'].some((key) => key in target);
  if (!isPlain || !listTexts(target.required).includes(name)) return undefined;
  const properties = readMembers(target.properties);
  const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (!isJsonObject(property) || 'default' in property || 'readOnly' in property) return undefined;
  const values = Array.isArray(property.enum) ? property.enum : [property.const];
  const [value] = values;
  return values.length === 1 && typeof value === 'string' ? value : undefined;
}
