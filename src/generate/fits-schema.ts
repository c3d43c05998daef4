import { isJsonObject } from '../contract/model/json-cursor.ts';
import { listSchemas, listTexts, readMembers, resolveTarget } from './mutable-schema.ts';

/** Whether a value has the types, the members and one of the values that a schema says, limits aside. */
export function fitsSchema(document: unknown, schema: unknown, value: unknown): boolean {
  if (!isJsonObject(schema)) return schema !== false;
  const target = resolveTarget(document, schema);
  if (target === undefined) return true;
  const { type, enum: values, const: only, anyOf, oneOf, allOf, items } = target;
  if (type !== undefined && !listTexts(type).some((each) => hasType(each, value))) return false;
  if (Array.isArray(values) && !values.some((each) => isSame(each, value))) return false;
  if ('const' in target && !isSame(only, value)) return false;
  const fits = (each: unknown) => fitsSchema(document, each, value);
  if (!listSchemas(allOf).every(fits)) return false;
  if ([anyOf, oneOf].map(listSchemas).some((each) => each.length > 0 && !each.some(fits))) {
    return false;
  }
  if (Array.isArray(value)) return value.every((item) => fitsSchema(document, items, item));
  return !isJsonObject(value) || fitsMembers(document, target, value);
}

function fitsMembers(
  document: unknown,
  { properties, required }: Record<string, unknown>,
  value: Record<string, unknown>,
): boolean {
  const known = readMembers(properties);
  if (!listTexts(required).every((name) => Object.hasOwn(value, name))) return false;
  return Object.entries(value).every(
    ([name, member]) => !Object.hasOwn(known, name) || fitsSchema(document, known[name], member),
  );
}

function hasType(type: string, value: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isJsonObject(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
