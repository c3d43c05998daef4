import { downgradeDocument } from '../../contract/load/downgrade-document.ts';
import { findSchemas } from '../../contract/model/find-schemas.ts';
import { breakInheritance } from '../break-inheritance.ts';
import { hoistReferences } from '../hoist-references.ts';
import { listEvaluated } from '../list-evaluated.ts';
import { listSchemas, listTexts, type MutableSchema, readMembers } from '../mutable-schema.ts';
import { replaceMalformed } from '../replace-malformed.ts';
import { tagAlternatives } from './tag-alternatives.ts';
import { tagChildren } from './tag-children.ts';

/** Members beside `anyOf` that say something of a type. */
const TYPED = [
  ...['type', 'properties', 'additionalProperties', 'patternProperties', 'required', 'items'],
  ...['allOf', 'oneOf'],
];

/**
 * Copies a document to OpenAPI 3.1 in a form from which the generator makes types that say what the
 * schemas of the document do, as far as types can.
 */
export function prepareTypes(document: Readonly<Record<string, unknown>>): MutableSchema {
  // Numbers that no double keeps are written as they are.
  const copy = readMembers(JSON.parse(JSON.stringify(downgradeDocument(document))));
  replaceMalformed(copy);
  hoistReferences(copy);
  breakInheritance(copy);
  tagAlternatives(copy);
  tagChildren(copy);
  for (const schema of findSchemas(copy)) {
    extendReference(schema);
    liftRequired(schema);
    declareRequired(copy, schema);
    closeEmpty(schema);
    extendAlternatives(schema);
    writeValues(schema);
  }
  return copy;
}

/** The generator takes null for no value, and the values of an object for schemas. */
function writeValues(schema: MutableSchema): void {
  if (schema.const === null) {
    delete schema.const;
    schema.type = 'null';
  }
  if (Array.isArray(schema.enum) && schema.type === 'object') delete schema.type;
}

/** The generator reads a reference alone, without its siblings: https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.1. */
function extendReference(schema: MutableSchema): void {
  const { $ref, ...siblings } = schema;
  const says = [...TYPED, 'anyOf', 'enum', 'const', 'prefixItems'].some((key) => key in siblings);
  if (typeof $ref !== 'string' || !says) return;
  delete schema.$ref;
  schema.allOf = [{ $ref }, ...listSchemas(schema.allOf)];
}

/** The generator applies names that the whole requires to each part, and those of a part to it alone. */
function liftRequired(schema: MutableSchema): void {
  for (const part of listSchemas(schema.allOf)) {
    const own = Object.keys(readMembers(part.properties));
    const others = listTexts(part.required).filter((name) => !own.includes(name));
    if (others.length === 0 || '$ref' in part) continue;
    part.required = listTexts(part.required).filter((name) => own.includes(name));
    schema.required = [...new Set([...listTexts(schema.required), ...others])];
  }
}

/** The generator makes an object without members one with any. */
function closeEmpty(schema: MutableSchema): void {
  const { type, properties, patternProperties, additionalProperties, maxProperties } = schema;
  const isEmpty = [properties, patternProperties].every(
    (each) => Object.keys(readMembers(each)).length === 0,
  );
  const isClosed = additionalProperties === false || maxProperties === 0;
  if (type === 'object' && isEmpty && isClosed) schema.patternProperties = { '': false };
}

/** The generator leaves out a name that is required but has no schema. */
function declareRequired(document: unknown, schema: MutableSchema): void {
  if (
    !Array.isArray(schema.required) ||
    ![undefined, 'object'].some((type) => type === schema.type)
  )
    return;
  const known = listEvaluated(document, schema)?.names ?? [];
  const missing = listTexts(schema.required).filter((name) => !known.includes(name));
  if (missing.length === 0) return;
  const added = [...new Set(missing)].map((name) => [name, {}] as const);
  schema.properties = Object.fromEntries([
    ...Object.entries(readMembers(schema.properties)),
    ...added,
  ]);
}

/** The generator makes of what stands beside `anyOf` one more alternative. */
function extendAlternatives(schema: MutableSchema): void {
  const { anyOf } = schema;
  if (!Array.isArray(anyOf) || !TYPED.some((key) => key in schema)) return;
  delete schema.anyOf;
  schema.allOf = [...listSchemas(schema.allOf), { anyOf }];
}
