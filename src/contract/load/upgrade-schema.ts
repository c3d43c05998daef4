import { formatNames } from 'ajv-formats/dist/formats.js';

type Schema = Record<string, unknown>;

/** Keeps an OpenAPI 3.0 format that cannot be checked. */
export const UNCHECKED_FORMAT = 'x-unchecked-format';

const ANNOTATIONS = [
  ...['title', 'description', 'default', 'example', 'examples', 'externalDocs', 'xml'],
  ...['deprecated', 'readOnly', 'writeOnly'],
];
const COMBINERS = ['$ref', 'allOf', 'anyOf', 'oneOf', 'not'];
const KNOWN_FORMATS: ReadonlySet<unknown> = new Set(formatNames);

/** Upgrades an OpenAPI 3.0 schema in place to JSON Schema 2020-12, without its subschemas. */
export function upgradeSchema(schema: Schema): void {
  dropIgnored(schema);
  upgradeLimit(schema, 'minimum', 'exclusiveMinimum');
  upgradeLimit(schema, 'maximum', 'exclusiveMaximum');
  upgradeFormat(schema);
  upgradeExample(schema);
  upgradeNullable(schema);
}

/**
 * Drops what OpenAPI 3.0 ignores beside a reference,
 * https://spec.openapis.org/oas/v3.0.4#reference-object. Descriptions and `nullable` stay, because
 * what their author meant is clear.
 */
function dropIgnored(schema: Schema): void {
  // Left over in the items of a Swagger 2.0 parameter.
  delete schema.collectionFormat;
  if (typeof schema.$ref !== 'string') return;
  for (const key of constraintsOf(schema)) {
    if (key !== '$ref' && key !== 'nullable') delete schema[key];
  }
}

function upgradeLimit(schema: Schema, limit: string, exclusive: string): void {
  if (typeof schema[exclusive] !== 'boolean') return;
  const isStrict = schema[exclusive] && typeof schema[limit] === 'number';
  delete schema[exclusive];
  if (!isStrict) return;
  schema[exclusive] = schema[limit];
  delete schema[limit];
}

/** `byte` stays, because it asserts more than `contentEncoding`; `binary` asserts nothing. */
function upgradeFormat(schema: Schema): void {
  const { format } = schema;
  if (typeof format !== 'string') return;
  if (format === 'byte') schema.contentEncoding ??= 'base64';
  if (format === 'binary') {
    delete schema.format;
    schema.contentMediaType ??= 'application/octet-stream';
  }
  if (KNOWN_FORMATS.has(format)) return;
  // OpenAPI 3.0 allows any format, but the validator refuses one that it cannot enforce.
  delete schema.format;
  schema[UNCHECKED_FORMAT] = format;
}

function upgradeExample(schema: Schema): void {
  if (schema.example === undefined) return;
  schema.examples = [schema.example];
  delete schema.example;
}

function upgradeNullable(schema: Schema): void {
  const isNullable = schema.nullable === true;
  delete schema.nullable;
  if (!isNullable) return;
  if (COMBINERS.some((key) => key in schema)) wrapNullable(schema);
  if (typeof schema.type === 'string') schema.type = [schema.type, 'null'];
  // OpenAPI 3.0.3 requires null among the values as well, but the author clearly means to allow it:
  // https://github.com/OAI/OpenAPI-Specification/blob/main/proposals/2019-10-31-Clarify-Nullable.md
  if (Array.isArray(schema.enum) && !schema.enum.includes(null)) {
    schema.enum = [...schema.enum, null];
  }
}

/** A part of a combined schema may refuse null, so null becomes an alternative to the whole. */
function wrapNullable(schema: Schema): void {
  const constraints = constraintsOf(schema).map((key) => [key, schema[key]] as const);
  for (const [key] of constraints) delete schema[key];
  schema.anyOf = [Object.fromEntries(constraints), { type: 'null' }];
}

function constraintsOf(schema: Schema): string[] {
  return Object.keys(schema).filter((key) => !ANNOTATIONS.includes(key) && !key.startsWith('x-'));
}
