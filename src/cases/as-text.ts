import { coerceScalar, schemaTypes } from '../contract/model/coerce-scalar.ts';
import type { SchemaPlace, Serialization } from '../contract/model/contract.ts';
import { isJsonObject } from '../contract/model/json-cursor.ts';
import type { ResolveSchema } from '../contract/model/resolve-schema.ts';
import type { CaseTools } from './breaks/schema-case.ts';

/** Judges values of a parameter as the text that they are sent as: `1` is a text as well. */
export function asText(
  tools: CaseTools,
  { mediaType, schema }: Serialization,
  resolve: ResolveSchema,
): CaseTools {
  const types = schemaTypes(schema.schema, resolve);
  const isScalar = mediaType === undefined && !types.includes('array') && !types.includes('object');
  return isScalar ? readBefore(tools, (value) => readScalar(value, types)) : tools;
}

/** Judges forms by their fields, each of which is a text. */
export function asForm(tools: CaseTools, root: SchemaPlace, resolve: ResolveSchema): CaseTools {
  const form = resolve(root.schema);
  const properties = typeof form === 'boolean' ? {} : (form.properties ?? {});
  const typesOf = (name: string): readonly string[] =>
    schemaTypes(Object.hasOwn(properties, name) ? properties[name] : undefined, resolve);
  return readBefore(tools, (value, place) => {
    if (place.pointer !== root.pointer)
      return readScalar(value, schemaTypes(place.schema, resolve));
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, field]) => [name, readScalar(field, typesOf(name))]),
    );
  });
}

function readBefore(
  tools: CaseTools,
  read: (value: unknown, place: SchemaPlace) => unknown,
): CaseTools {
  return {
    ...tools,
    oracle: (place, value, direction) => tools.oracle(place, read(value, place), direction),
    check: (place, value) => tools.check(place, read(value, place)),
  };
}

/** Lists and objects are written in parts. */
function readScalar(value: unknown, types: readonly string[]): unknown {
  return typeof value === 'object' ? value : coerceScalar(String(value), types);
}
