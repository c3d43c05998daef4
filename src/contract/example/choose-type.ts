import type { JsonType, SchemaObject } from '../model/json-schema.ts';
import { allowsType, typeOf } from '../model/json-types.ts';
import type { FlatSchema } from './flatten-schemas.ts';

/** Types in the order in which they are tried where a schema names none. */
const ANY_TYPE: readonly JsonType[] = ['null', 'string', 'integer', 'boolean', 'object', 'array'];

/** Keywords that tell the type of the values that a schema is meant for. */
const TELLING: readonly (readonly [JsonType, readonly string[]])[] = [
  [
    'object',
    ['properties', 'required', 'additionalProperties', 'patternProperties', 'minProperties'],
  ],
  ['array', ['items', 'prefixItems', 'contains', 'minItems', 'uniqueItems']],
  ['number', ['multipleOf', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']],
  ['string', ['pattern', 'minLength', 'maxLength', 'format']],
];

/** Lists the types that all parts allow, any of them where none is told; `undefined` for none. */
export function findTypes(parts: readonly SchemaObject[]): readonly JsonType[] | undefined {
  const declared = parts
    .filter(({ type }) => type !== undefined)
    .map(({ type = [] }) => [type].flat());
  const [first, ...others] = declared;
  if (first === undefined) return tellTypes(parts);
  const common = others.reduce(intersectTypes, first);
  return common.length === 0 ? undefined : common;
}

function intersectTypes(some: readonly JsonType[], others: readonly JsonType[]): JsonType[] {
  return [
    ...some.filter((type) => allowsType(others, type)),
    ...others.filter(
      (type) => type === 'integer' && !some.includes(type) && some.includes('number'),
    ),
  ];
}

function tellTypes(parts: readonly SchemaObject[]): readonly JsonType[] {
  const told = TELLING.find(([, keywords]) =>
    parts.some((part) => keywords.some((keyword) => part[keyword] !== undefined)),
  );
  return told === undefined ? ANY_TYPE : [told[0]];
}

/** Chooses the type of a former value where it is allowed, null inside of a recursion, else one after another. */
export function chooseType(
  types: readonly JsonType[],
  former: unknown,
  { isCut, rest }: FlatSchema,
): JsonType {
  if (former !== undefined) {
    const own = typeOf(former);
    if (types.includes(own)) return own;
    if (allowsType(types, own)) return 'number';
  }
  if (isCut && types.includes('null')) return 'null';
  return types[rest % types.length] ?? 'null';
}
