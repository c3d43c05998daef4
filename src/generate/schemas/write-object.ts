import { isJsonObject } from '../../contract/model/json-cursor.ts';
import type { NameRule } from '../list-evaluated.ts';
import { listTexts, type MutableSchema, readMembers, resolveTarget } from '../mutable-schema.ts';
import { addHint, readHint } from './schema-hint.ts';

/** Tells in place what the generator leaves out of an object. */
export function writeObject(document: unknown, schema: MutableSchema): void {
  if (schema.type !== 'object') return;
  writePatterns(schema);
  writeRequired(schema);
  writeNames(document, schema);
  const { minProperties, maxProperties, dependentRequired } = schema;
  if (typeof minProperties === 'number' && minProperties > 0) addHint(schema, { minProperties });
  if (typeof maxProperties === 'number') addHint(schema, { maxProperties });
  if (isJsonObject(dependentRequired)) {
    const entries = Object.entries(dependentRequired).map(([name, names]) => [
      name,
      listTexts(names),
    ]);
    addHint(schema, { dependentRequired: Object.fromEntries(entries) });
  }
}

/** Types of JSON that `typeof` tells. */
const PLAIN_TYPES: readonly unknown[] = ['string', 'boolean', 'number'];

/** Tells of a `not` that forbids members together; any other one is left out. */
export function writeExcluded(schema: MutableSchema): void {
  const { type, not, properties } = schema;
  if (type !== 'object' || !isJsonObject(not)) return;
  const { required, properties: typed = {}, description: _, ...others } = not;
  const names = listTexts(required);
  const types = readMembers(typed);
  const isKnown = names.every((name) => Object.hasOwn(readMembers(properties), name));
  const isPlain = Object.entries(types).every(
    ([name, schema]) => names.includes(name) && isPlainType(schema),
  );
  if (names.length === 0 || Object.keys(others).length > 0 || !isKnown || !isPlain) return;
  const entries = names.map((name) => [name, readMembers(types[name]).type ?? '']);
  addHint(schema, { notTogether: Object.fromEntries(entries) });
}

/** Tells of an `if` about the values of members and a `then` that requires others; any other condition is left out. */
export function writeCondition(document: unknown, schema: MutableSchema): void {
  const { type, if: condition, then: consequence, properties } = schema;
  if (type !== 'object' || !isJsonObject(condition) || !isJsonObject(consequence)) return;
  const { required, properties: asked, description: _, ...others } = condition;
  const wanted = readMembers(asked);
  const names = listTexts(consequence.required);
  const keys = listTexts(required);
  const isPlain = keys.length === Object.keys(wanted).length && Object.keys(others).length === 0;
  if (names.length === 0 || keys.length === 0 || !isPlain) return;
  const when = keys.flatMap((key): [string, string | number | boolean][] => {
    const { const: value, description: __, ...more } = readMembers(wanted[key]);
    const known = readMembers(readMembers(properties)[key]);
    // A default would stand in the value as if it had been sent.
    const isFilled = [known, resolveTarget(document, known)].some((one) => one?.default === value);
    const isSimple = ['string', 'number', 'boolean'].includes(typeof value);
    return isSimple && !isFilled && Object.keys(more).length === 0
      ? [[key, Object(value).valueOf()]]
      : [];
  });
  if (when.length !== keys.length) return;
  addHint(schema, { requiredWhen: { when: Object.fromEntries(when), names } });
}

function isPlainType(schema: unknown): boolean {
  const { type, description: _, ...others } = readMembers(schema);
  return PLAIN_TYPES.includes(type) && Object.keys(others).length === 0;
}

/** Says of a closed object which names it may have, because parts of an intersection see their own alone. */
export function writeClosed(schema: MutableSchema): void {
  if (schema.type !== 'object' || schema.additionalProperties !== false) return;
  delete schema.additionalProperties;
  schema.properties ??= {};
  addNames(schema, { names: Object.keys(readMembers(schema.properties)), patterns: [] });
}

/** A name that is required but has no schema of its own gets one. */
function writeRequired(schema: MutableSchema): void {
  const properties = readMembers(schema.properties);
  const missing = listTexts(schema.required).filter((name) => !Object.hasOwn(properties, name));
  if (missing.length === 0) return;
  const { additionalProperties } = schema;
  const others = isJsonObject(additionalProperties) ? additionalProperties : {};
  const added = [...new Set(missing)].map((name) => [name, { ...others }] as const);
  schema.properties = Object.fromEntries([...Object.entries(properties), ...added]);
}

/** Of an object that is closed but for patterns, the other members have the schema of one of them. */
function writePatterns(schema: MutableSchema): void {
  if (!isJsonObject(schema.patternProperties)) return;
  const { patternProperties, additionalProperties } = schema;
  delete schema.patternProperties;
  const patterns = Object.keys(patternProperties);
  if (patterns.length === 0) return;
  delete schema.additionalProperties;
  if (additionalProperties !== false) return;
  addNames(schema, { names: Object.keys(readMembers(schema.properties)), patterns });
  const schemas = Object.values(patternProperties).map((each) => (each === true ? {} : each));
  schema.additionalProperties = schemas.length === 1 ? schemas[0] : { anyOf: schemas };
}

function writeNames(document: unknown, schema: MutableSchema): void {
  if (!isJsonObject(schema.propertyNames)) return;
  const rule = resolveTarget(document, schema.propertyNames) ?? {};
  delete schema.propertyNames;
  const { pattern, enum: values } = rule;
  if (Array.isArray(values)) addNames(schema, { names: listTexts(values), patterns: [] });
  else if (typeof pattern === 'string') addNames(schema, { names: [], patterns: [pattern] });
}

function addNames(schema: MutableSchema, propertyNames: NameRule): void {
  if (readHint(schema).propertyNames === undefined) addHint(schema, { propertyNames });
}
