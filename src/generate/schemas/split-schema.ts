import { listSchemas, listTexts, type MutableSchema } from '../mutable-schema.ts';
import { findTypes, guessType, KEYWORDS_BY_TYPE, typeOf } from './find-types.ts';

/** Members that stay with a schema whatever it is made of. */
const ANNOTATIONS = [
  ...['title', 'description', 'default', 'deprecated', 'readOnly', 'writeOnly', 'example'],
  ...['examples', '$comment', 'externalDocs', 'xml', '$id', '$schema', '$anchor', '$defs'],
];

/**
 * Makes a schema of one kind in place: a reference, a union, an intersection, values, or one type.
 *
 * The generator reads the first of these kinds alone where a schema is of several, such as a
 * reference with siblings: https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.1.
 */
export function splitSchema(document: unknown, schema: MutableSchema): void {
  const parts = listParts(schema);
  if (parts.length === 1) {
    const [part = {}] = parts;
    typePart(part, undefined);
    replaceConstraints(schema, 'allOf' in schema ? { allOf: schema.allOf } : part);
    return;
  }
  const known = parts.map((part) => findTypes(document, part)).find((types) => types !== undefined);
  for (const part of parts) typePart(part, known);
  for (const part of parts) refuseNull(document, part, parts);
  const useful = parts.filter((part) => !isBare(part));
  replaceConstraints(schema, { allOf: useful.length > 0 ? useful : parts });
}

/** Puts the types of a schema that has several side by side; of a single one it stays as it is. */
export function splitTypes(schema: MutableSchema): void {
  if (!Array.isArray(schema.type) || 'enum' in schema || 'const' in schema) return;
  const types = listTexts(schema.type);
  const constraints = constraintsOf(schema);
  if (types.length === 1) {
    schema.type = types[0];
    return;
  }
  const isInteger = types.includes('integer') && !types.includes('number');
  const anyOf = types
    .filter((type) => type !== 'integer' || isInteger)
    .map((type) => ({ ...pickKeywords(constraints, type), type }));
  replaceConstraints(schema, { anyOf });
}

function listParts(schema: MutableSchema): MutableSchema[] {
  const { $ref, allOf, anyOf, oneOf, discriminator, enum: values, ...others } = schema;
  const base = constraintsOf(others);
  const { type, ...keywords } = base;
  const chosen = discriminator === undefined ? {} : { discriminator };
  const hasValues = Array.isArray(values) || 'const' in base;
  const parts: MutableSchema[] = [
    ...(typeof $ref === 'string' ? [{ $ref }] : []),
    ...listSchemas(allOf),
    ...(listSchemas(anyOf).length > 0 ? [{ anyOf, ...(!oneOf && chosen) }] : []),
    ...(listSchemas(oneOf).length > 0 ? [{ oneOf, ...chosen }] : []),
    ...(Array.isArray(values) ? [{ enum: values, ...(type !== undefined && { type }) }] : []),
    ...(hasValues && 'const' in base
      ? [{ const: base.const, ...(type !== undefined && { type }) }]
      : []),
  ];
  const { const: _, ...rest } = keywords;
  const isTyped = type !== undefined && !hasValues;
  // What is said beside values is nearly always true of all of them.
  if (hasValues || (Object.keys(rest).length === 0 && !isTyped)) return parts;
  return [...parts, { ...rest, ...(type !== undefined && { type }) }];
}

/** Gives a part that says nothing of its type that of the whole. */
function typePart(part: MutableSchema, known: readonly string[] | undefined): void {
  const isPlain = !['$ref', 'allOf', 'anyOf', 'oneOf', 'enum', 'const', 'type'].some(
    (key) => key in part,
  );
  if (!isPlain) return;
  const guessed = guessType(part);
  const type = known?.length === 1 && guessed === undefined ? known : (guessed ?? known);
  if (type !== undefined && hasKeywords(part, type)) part.type = type.length === 1 ? type[0] : type;
}

/** The generator accepts null where one part of an intersection does. */
function refuseNull(document: unknown, part: MutableSchema, parts: readonly MutableSchema[]): void {
  if (!Array.isArray(part.type) || !part.type.includes('null')) return;
  const isRefused = parts.some((other) => findTypes(document, other)?.includes('null') === false);
  if (isRefused) part.type = part.type.filter((type) => type !== 'null');
}

function hasKeywords(part: MutableSchema, types: readonly string[]): boolean {
  return types.some((type) => Object.keys(pickKeywords(part, type)).length > 0);
}

/** Whether a part says no more than that a value is an object. */
function isBare(part: MutableSchema): boolean {
  return part.type === 'object' && Object.keys(part).length === 1;
}

function pickKeywords(schema: MutableSchema, type: string): MutableSchema {
  const keywords = KEYWORDS_BY_TYPE.get(type === 'integer' ? 'number' : type) ?? [];
  return Object.fromEntries(Object.entries(schema).filter(([key]) => keywords.includes(key)));
}

function constraintsOf(schema: MutableSchema): MutableSchema {
  return Object.fromEntries(
    Object.entries(schema).filter(([key]) => !ANNOTATIONS.includes(key) && !key.startsWith('x-')),
  );
}

/** Replaces in place all that a schema says of values. */
export function replaceConstraints(schema: MutableSchema, constraints: MutableSchema): void {
  for (const key of Object.keys(constraintsOf(schema))) delete schema[key];
  Object.assign(schema, constraints);
}

/** Returns those of some values that have one of the types. */
export function keepTyped(values: readonly unknown[], types: readonly string[]): unknown[] {
  return values.filter((value) => {
    const type = typeOf(value);
    return types.includes(type) || (type === 'integer' && types.includes('number'));
  });
}
