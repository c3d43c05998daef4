import { isJsonObject } from '../model/json-cursor.ts';
import { isSchema } from '../model/read-schema.ts';

/** Values that a keyword accepts, in words and as a check. */
interface KeywordForm {
  readonly expected: string;
  readonly holds: (value: unknown) => boolean;
}

const JSON_TYPES = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];

const ANY: KeywordForm = { expected: 'a value', holds: () => true };
const TEXT: KeywordForm = { expected: 'a string', holds: (value) => typeof value === 'string' };
const FLAG: KeywordForm = { expected: 'true or false', holds: (v) => typeof v === 'boolean' };
const NUMBER: KeywordForm = { expected: 'a number', holds: (v) => typeof v === 'number' };
const LIST: KeywordForm = { expected: 'a list', holds: Array.isArray };
const OBJECT: KeywordForm = { expected: 'an object', holds: isJsonObject };
const COUNT: KeywordForm = {
  expected: 'an integer >= 0',
  holds: (value) => Number.isInteger(value) && Number(value) >= 0,
};
const POSITIVE: KeywordForm = {
  expected: 'a number > 0',
  holds: (value) => typeof value === 'number' && value > 0,
};
const TEXTS: KeywordForm = {
  expected: 'a list of strings',
  holds: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
};
const SCHEMA: KeywordForm = { expected: 'a schema', holds: isSchema };
const SCHEMAS: KeywordForm = {
  expected: 'a list of schemas',
  holds: (value) => Array.isArray(value) && value.length > 0 && value.every(isSchema),
};
const NAMED_SCHEMAS: KeywordForm = {
  expected: 'an object of schemas',
  holds: (value) => isJsonObject(value) && Object.values(value).every(isSchema),
};
const TYPE: KeywordForm = {
  expected: `${JSON_TYPES.join(', ')} or a list of them`,
  holds: (value) => [value].flat().every((name) => JSON_TYPES.some((known) => known === name)),
};

/**
 * Keywords of JSON Schema 2020-12 and of the OpenAPI 3.1 base vocabulary, with the values that they
 * accept: https://json-schema.org/draft/2020-12/json-schema-core,
 * https://spec.openapis.org/oas/v3.1.1#schema-object.
 */
export const KEYWORDS: ReadonlyMap<string, KeywordForm> = new Map(
  Object.entries({
    ...of(TEXT, '$id', '$schema', '$ref', '$anchor', '$dynamicRef', '$dynamicAnchor', '$comment'),
    ...of(OBJECT, '$vocabulary'),
    ...of(NAMED_SCHEMAS, '$defs', 'definitions', 'dependentSchemas', 'dependencies'),
    ...of(NAMED_SCHEMAS, 'properties', 'patternProperties'),
    ...of(SCHEMAS, 'allOf', 'anyOf', 'oneOf', 'prefixItems'),
    ...of(SCHEMA, 'not', 'if', 'then', 'else', 'items', 'contains', 'additionalProperties'),
    ...of(SCHEMA, 'propertyNames', 'unevaluatedItems', 'unevaluatedProperties', 'contentSchema'),
    ...of(TYPE, 'type'),
    ...of(ANY, 'const', 'default', 'example'),
    ...of(LIST, 'enum', 'examples'),
    ...of(POSITIVE, 'multipleOf'),
    ...of(NUMBER, 'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum'),
    ...of(COUNT, 'maxLength', 'minLength', 'maxItems', 'minItems', 'maxContains', 'minContains'),
    ...of(COUNT, 'maxProperties', 'minProperties'),
    ...of(TEXT, 'pattern', 'format', 'contentEncoding', 'contentMediaType'),
    ...of(FLAG, 'uniqueItems', 'deprecated', 'readOnly', 'writeOnly'),
    ...of(TEXTS, 'required'),
    ...of(OBJECT, 'dependentRequired', 'discriminator', 'xml', 'externalDocs'),
    ...of(TEXT, 'title', 'description'),
  }),
);

function of(form: KeywordForm, ...names: string[]): Record<string, KeywordForm> {
  return Object.fromEntries(names.map((name) => [name, form]));
}
