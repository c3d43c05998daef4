import { isJsonObject, jump } from '../../contract/model/json-cursor.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Field of a body, as a row of a table. */
export interface Field {
  /** Such as `results[].id`. */
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly description: string;
}

/** Fields below this many levels are left to their schemas. */
const MAX_DEPTH = 4;

/** Lists the fields that a schema describes, those of its parts and items too. */
export function listFields(document: JsonObject, schema: unknown): Field[] {
  return collect(document, schema, '', new Set());
}

function collect(
  document: JsonObject,
  schema: unknown,
  prefix: string,
  above: ReadonlySet<unknown>,
): Field[] {
  const node = resolve(document, schema);
  if (node === undefined || above.has(node) || above.size >= MAX_DEPTH) return [];
  const inside = new Set([...above, node]);
  const required = new Set(Array.isArray(node.required) ? node.required : []);
  const properties = isJsonObject(node.properties) ? node.properties : {};
  const own = Object.entries(properties).flatMap(([key, value]) => {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    const field = {
      name,
      type: describeType(document, value),
      isRequired: required.has(key),
      description: describe(document, value),
    };
    return [field, ...collect(document, value, name, inside)];
  });
  const items = collect(document, node.items, `${prefix}[]`, above);
  const branches = ['allOf', 'oneOf', 'anyOf'].flatMap((key) => {
    const parts = node[key];
    return Array.isArray(parts)
      ? parts.flatMap((part) => collect(document, part, prefix, inside))
      : [];
  });
  return withoutTwins([...own, ...items, ...branches]);
}

/** Branches of a choice have fields in common. */
function withoutTwins(fields: readonly Field[]): Field[] {
  return [...new Map(fields.map((field) => [field.name, field])).values()];
}

function resolve(document: JsonObject, schema: unknown): JsonObject | undefined {
  if (!isJsonObject(schema)) return undefined;
  if (typeof schema.$ref !== 'string') return schema;
  const { node } = jump(document, schema.$ref);
  const target = resolve(document, node);
  const { $ref: _, ...siblings } = schema;
  return target === undefined || Object.keys(siblings).length === 0
    ? target
    : { ...target, ...siblings };
}

/** Describes the type of a schema in a few words, such as `array of Share`. */
export function describeType(document: JsonObject, schema: unknown): string {
  if (!isJsonObject(schema)) return 'any';
  const node = resolve(document, schema);
  if (node === undefined) return 'any';
  const { type, format, items, enum: values, const: only } = node;
  if (only !== undefined) return `\`${JSON.stringify(only)}\``;
  if (Array.isArray(values) && values.length <= 8) {
    return values.map((value) => `\`${JSON.stringify(value)}\``).join(', ');
  }
  const types = [type].flat().filter((one) => typeof one === 'string');
  if (types.length === 0) {
    const choice = node.oneOf ?? node.anyOf;
    return Array.isArray(choice)
      ? [...new Set(choice.map((part) => describeType(document, part)))].join(' or ')
      : 'any';
  }
  const words = types.map((one) =>
    one === 'array' ? `array of ${describeType(document, items)}` : one,
  );
  return `${words.join(' or ')}${typeof format === 'string' ? ` (${format})` : ''}`;
}

function describe(document: JsonObject, schema: unknown): string {
  const node = resolve(document, schema);
  return typeof node?.description === 'string' ? node.description : '';
}
