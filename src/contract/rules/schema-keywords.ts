import type { JsonSchema, SchemaObject } from '../model/json-schema.ts';

/** How the values of a schema are written: in JSON, or as text, which is a string of any type. */
export type Writing = 'json' | 'text';

/** Keyword of a schema that a value may break, and what tells it from others of the keyword. */
export interface SchemaKeyword {
  readonly keyword: string;
  readonly details: readonly string[];
}

/** Longest lists, texts and objects that anybody makes to break a limit. */
const MOST_ITEMS = 2000;
const MOST_LENGTH = 100_000;
const MOST_MEMBERS = 500;

/** Formats of texts that are checked, https://ajv.js.org/packages/ajv-formats.html#formats. */
const FORMATS = new Set(
  [
    'date time date-time iso-time iso-date-time duration',
    'uri uri-reference uri-template url email hostname ipv4 ipv6',
    'regex uuid json-pointer json-pointer-uri-fragment relative-json-pointer byte',
  ].flatMap((names) => names.split(' ')),
);

const SIMPLE = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'pattern',
  'const',
  'enum',
  'contains',
  'propertyNames',
  'not',
];

/** Lists the keywords of a schema itself that a value of it may break; members that it requires are no part of it. */
export function listKeywords(schema: SchemaObject, writing: Writing): SchemaKeyword[] {
  const { uniqueItems, additionalProperties, unevaluatedProperties, format } = schema;
  const isAbove = (keyword: string, limit: number) => Number(schema[keyword]) > limit;
  const isMost = (keyword: string, limit: number) => Number(schema[keyword]) <= limit;
  const found = [
    ...SIMPLE.filter((keyword) => schema[keyword] !== undefined && schema[keyword] !== true),
    ...['minLength', 'minItems', 'minProperties'].filter((keyword) => isAbove(keyword, 0)),
    ...(isMost('maxLength', MOST_LENGTH) ? ['maxLength'] : []),
    ...(isMost('maxItems', MOST_ITEMS) ? ['maxItems'] : []),
    ...(isMost('maxProperties', MOST_MEMBERS) ? ['maxProperties'] : []),
    ...(uniqueItems === true ? ['uniqueItems'] : []),
    ...(additionalProperties === false ? ['additionalProperties'] : []),
    ...(unevaluatedProperties === false ? ['unevaluatedProperties'] : []),
    ...(isAsserted(format, schema) ? ['format'] : []),
  ];
  return [
    ...found.map((keyword) => ({ keyword, details: [] })),
    ...(isTypeBreakable(schema, writing) ? [{ keyword: 'type', details: ['null'] }] : []),
  ];
}

/** Text is a number only where it reads as one, but it is always a text, and a list of one item, and an object. */
function isTypeBreakable({ type }: SchemaObject, writing: Writing): boolean {
  const types = [type].flat().filter((one) => one !== undefined);
  if (types.length === 0) return false;
  return writing === 'json' || !types.some((one) => /^(?:string|array|object)$/.test(one));
}

/** Others assert nothing of a text, https://spec.openapis.org/oas/v3.1.1#data-type-format. */
function isAsserted(format: unknown, { type }: SchemaObject): boolean {
  const isText = [type].flat().some((one) => one === undefined || one === 'string');
  return isText && FORMATS.has(`${format}`);
}

/** Schemas that hold for a value of a schema as a whole, with the keys that lead to them. */
export function listParts(schema: SchemaObject): [keys: (string | number)[], part: JsonSchema][] {
  const lists = (['allOf', 'anyOf', 'oneOf'] as const).flatMap((keyword) =>
    listOf(schema[keyword]).map((part, index): [(string | number)[], JsonSchema] => [
      [keyword, index],
      part,
    ]),
  );
  const branches = (['then', 'else'] as const).flatMap((keyword): [string[], JsonSchema][] => {
    const part = schema[keyword];
    return isPart(part) ? [[[keyword], part]] : [];
  });
  return [...lists, ...branches];
}

function listOf(value: readonly JsonSchema[] | undefined): readonly JsonSchema[] {
  return Array.isArray(value) ? value : [];
}

function isPart(value: unknown): value is SchemaObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
