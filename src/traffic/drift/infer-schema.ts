import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { MASK } from '../../contract/secrets/secret-shape.ts';

type Schema = Readonly<Record<string, unknown>>;

/** Version of OpenAPI in which a document is written. */
export type Dialect = '2.0' | '3.0' | '3.1';

/** Infers the least schema that admits some values, without guesses at formats, lengths and enumerations. */
export function inferSchema(values: readonly unknown[], dialect: Dialect): Schema {
  // A mask may stand for any value.
  if (values.length === 0 || values.includes(MASK)) return {};
  const types = new Set(values.map(typeOf));
  if (types.has(undefined)) return {};
  if (types.has('number')) types.delete('integer');
  const named = [...types].filter((type) => type !== undefined);
  return {
    ...writeTypes(named, dialect),
    ...inferMembers(values.filter(isJsonObject), dialect),
    ...inferItems(values.filter(Array.isArray), dialect),
  };
}

/** Keywords that allow some types; none for several types in a version that has no words for them. */
export function writeTypes(types: readonly string[], dialect: Dialect): Schema {
  const [only] = types;
  if (types.length === 1 && (only !== 'null' || dialect === '3.1')) return { type: only };
  if (dialect === '3.1') return { type: types };
  const [other, ...more] = types.filter((type) => type !== 'null');
  const isOne = other !== undefined && more.length === 0;
  if (!types.includes('null')) return isOne ? { type: other } : {};
  return isOne && dialect === '3.0' ? { type: other, nullable: true } : {};
}

/** JSON type of a value; `undefined` for what is none, such as bytes. */
export function typeOf(value: unknown): string | undefined {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (isJsonObject(value)) return 'object';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'string' || typeof value === 'boolean' ? typeof value : undefined;
}

function inferMembers(objects: readonly Record<string, unknown>[], dialect: Dialect): Schema {
  if (objects.length === 0) return {};
  const names = [...new Set(objects.flatMap(Object.keys))];
  const required = names.filter((name) => objects.every((one) => Object.hasOwn(one, name)));
  const properties = names.map((name) => {
    const values = objects.filter((one) => Object.hasOwn(one, name)).map((one) => one[name]);
    return [name, inferSchema(values, dialect)] as const;
  });
  return {
    ...(required.length > 0 && { required }),
    ...(names.length > 0 && { properties: Object.fromEntries(properties) }),
  };
}

function inferItems(lists: readonly (readonly unknown[])[], dialect: Dialect): Schema {
  return lists.length === 0 ? {} : { items: inferSchema(lists.flat(), dialect) };
}
