import { downgradeDocument } from '../../contract/load/downgrade-document.ts';
import { listMembers } from '../../contract/model/document-shape.ts';
import { findSchemas } from '../../contract/model/find-schemas.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { toPlainObject } from '../../contract/model/to-plain.ts';
import { walkDocument } from '../../contract/model/walk-document.ts';
import { breakInheritance } from '../break-inheritance.ts';
import { fitsSchema } from '../fits-schema.ts';
import { hoistReferences } from '../hoist-references.ts';
import { listEvaluated } from '../list-evaluated.ts';
import { listSchemas, type MutableSchema, resolveTarget } from '../mutable-schema.ts';
import { replaceMalformed } from '../replace-malformed.ts';
import { hoistBodies } from './hoist-bodies.ts';
import { addHint, createNever } from './schema-hint.ts';
import { splitSchema, splitTypes } from './split-schema.ts';
import { writeArray } from './write-array.ts';
import { writeDiscriminators } from './write-discriminators.ts';
import { writeClosed, writeCondition, writeExcluded, writeObject } from './write-object.ts';
import { writeUnion } from './write-union.ts';
import { writeValues } from './write-values.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Keywords that no generated schema is made of. */
const UNCHECKED = [
  ...['not', 'if', 'then', 'else', 'contains', 'minContains', 'maxContains', 'dependentSchemas'],
  ...['unevaluatedItems', 'unevaluatedProperties', 'contentSchema', 'nullable'],
];

/** Integers that the generator would make a bigint of, although JSON has numbers alone. */
const LONG_FORMATS: readonly unknown[] = ['int64', 'uint64'];
const INTEGER_FORMATS: readonly unknown[] = [
  ...['int8', 'int16', 'int32', 'int64', 'uint8', 'uint16', 'uint32', 'uint64'],
];

/**
 * Copies a document to OpenAPI 3.1 in a form from which the generator makes schemas of a validation library that
 * accept what those of the document do, as far as the library can.
 */
export function prepareSchemas(document: JsonObject): MutableSchema {
  const own = structuredClone({ ...toPlainObject(document) });
  replaceMalformed(own);
  hoistReferences(own);
  hoistBodies(own);
  dropExtensions(own);
  // One of OpenAPI 3.2 may have a default, which is lost in 3.1.
  breakInheritance(own);
  writeDiscriminators(own);
  const copy = { ...downgradeDocument(own) };
  for (const schema of findSchemas(copy)) dropWrongDefault(copy, schema);
  for (const schema of findSchemas(copy)) closeUnevaluated(copy, schema);
  walkDocument(copy, (node, shape) => {
    writeBooleans(node, shape);
    if (shape === 'schema') prepareSchema(copy, node);
  });
  for (const schema of findCombined(copy)) writeClosed(schema);
  return copy;
}

function dropExtensions(document: unknown): void {
  for (const schema of findSchemas(document)) {
    for (const key of Object.keys(schema)) if (key.startsWith('x-')) delete schema[key];
  }
}

function prepareSchema(document: unknown, schema: MutableSchema): void {
  writeExcluded(schema);
  writeCondition(document, schema);
  for (const keyword of UNCHECKED) delete schema[keyword];
  splitSchema(document, schema);
  splitTypes(schema);
  writeValues(schema);
  writeUnion(schema);
  writeNumber(schema);
  writeArray(schema);
  writeObject(document, schema);
}

/** The generator leaves boolean schemas out, but for those of other properties. */
function writeBooleans(node: MutableSchema, shape: Parameters<typeof listMembers>[1]): void {
  for (const member of listMembers(node, shape)) {
    if (member.shape !== 'schema' && member.shape !== 'schemas') continue;
    if (typeof member.node === 'boolean' && !KEPT.includes(member.key)) {
      node[member.key] = fromBoolean(member.node);
    }
    if (Array.isArray(member.node)) {
      node[member.key] = member.node.map((each) =>
        typeof each === 'boolean' ? fromBoolean(each) : each,
      );
    }
  }
}

const KEPT = ['additionalProperties', 'items'];

function fromBoolean(schema: boolean): MutableSchema {
  return schema ? {} : createNever();
}

/** A default that the schema refuses has no type either. */
function dropWrongDefault(document: unknown, schema: MutableSchema): void {
  const { default: value, ...rest } = schema;
  if (value !== undefined && !fitsSchema(document, rest, value)) delete schema.default;
}

function writeNumber(schema: MutableSchema): void {
  const { type, format, multipleOf, minimum } = schema;
  const isNumber = type === 'integer' || type === 'number';
  if (isNumber && typeof multipleOf === 'number') addHint(schema, { multipleOf });
  if (isNumber && format === 'uint64') schema.minimum = minimum ?? 0;
  if (!INTEGER_FORMATS.includes(format)) return;
  if (isNumber) schema.type = 'integer';
  if (!isNumber || LONG_FORMATS.includes(format)) delete schema.format;
}

/** Names of all parts are known where they stand in the schema, and close it as a part of their own. */
function closeUnevaluated(document: unknown, schema: MutableSchema): void {
  if (schema.unevaluatedProperties !== false) return;
  const propertyNames = listEvaluated(document, schema);
  if (propertyNames === undefined) return;
  const part: MutableSchema = { type: 'object', properties: {} };
  addHint(part, { propertyNames });
  schema.allOf = [...listSchemas(schema.allOf), part];
}

/** Finds the schemas that are parts of an intersection, also through references and unions. */
function findCombined(document: unknown): Set<MutableSchema> {
  const combined = new Set<MutableSchema>();
  for (const { allOf } of findSchemas(document)) {
    const parts = listSchemas(allOf);
    if (parts.length > 1) for (const part of parts) mark(part);
  }
  return combined;

  function mark(schema: MutableSchema): void {
    const target = resolveTarget(document, schema);
    if (target === undefined || combined.has(target) || !isJsonObject(target)) return;
    combined.add(target);
    for (const part of [target.allOf, target.anyOf, target.oneOf].flatMap(listSchemas)) mark(part);
  }
}
