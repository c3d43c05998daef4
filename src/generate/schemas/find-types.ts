import { listSchemas, listTexts, type MutableSchema, resolveTarget } from '../mutable-schema.ts';

/** Keywords that say something of values of one type alone. */
export const KEYWORDS_BY_TYPE: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'object',
    [
      ...['properties', 'required', 'additionalProperties', 'patternProperties', 'propertyNames'],
      ...['minProperties', 'maxProperties', 'dependentRequired'],
    ],
  ],
  ['array', ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems']],
  [
    'string',
    ['minLength', 'maxLength', 'pattern', 'format', 'contentMediaType', 'contentEncoding'],
  ],
  [
    'number',
    ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'format'],
  ],
]);

/** Finds the types of the values that a schema may accept; `undefined` where it may be any. */
export function findTypes(
  document: unknown,
  schema: MutableSchema,
  seen: ReadonlySet<MutableSchema> = new Set(),
): string[] | undefined {
  const target = resolveTarget(document, schema);
  if (target === undefined || seen.has(target)) return undefined;
  const within = new Set(seen).add(target);
  if (target.type !== undefined) return listTexts(target.type);
  if ('const' in target) return [typeOf(target.const)];
  if (Array.isArray(target.enum)) return [...new Set(target.enum.map(typeOf))];
  for (const part of listSchemas(target.allOf)) {
    const types = findTypes(document, part, within);
    if (types !== undefined) return types;
  }
  const alternatives = [...listSchemas(target.anyOf), ...listSchemas(target.oneOf)];
  if (alternatives.length === 0) return guessType(target);
  const types = alternatives.map((part) => findTypes(document, part, within));
  return types.includes(undefined) ? undefined : [...new Set(types.flatMap((each) => each ?? []))];
}

/** An object where no type is said but something of its members, as in nearly all such schemas. */
export function guessType(schema: MutableSchema): string[] | undefined {
  const isObject = KEYWORDS_BY_TYPE.get('object')?.some((keyword) => keyword in schema);
  if (isObject) return ['object'];
  const isArray = ['items', 'prefixItems'].some((keyword) => keyword in schema);
  return isArray ? ['array'] : undefined;
}

/** Returns the JSON type of a value. */
export function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
