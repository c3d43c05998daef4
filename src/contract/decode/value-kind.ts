import { memoizePerObject } from '../../memo/memoize-per-object.ts';
import { coerceScalar, isObjectType, itemSchema, schemaTypes } from '../model/coerce-scalar.ts';
import { isJsonObject } from '../model/json-cursor.ts';
import type { JsonSchema } from '../model/json-schema.ts';
import { type ObjectShape, readShape } from '../model/object-shape.ts';
import { type ResolveSchema, resolveUnseen } from '../model/resolve-schema.ts';

/** What a schema says of a value that is sent as text. */
export interface ValueKind {
  /** JSON types that it allows, through composition; empty for any. */
  readonly types: readonly string[];
  readonly allowsList: boolean;
  readonly allowsObject: boolean;
  /** Whether it allows objects, and nothing else except null. */
  readonly isObject: boolean;
  /** Texts that `enum` or `const` leave of its strings; `undefined` for any. */
  readonly texts: ReadonlySet<unknown> | undefined;
  /** Whether its strings have a `pattern` or `format`, which a list in one text may break. */
  readonly hasForm: boolean;
  readonly items: JsonSchema | undefined;
  readonly shape: ObjectShape;
}

const ANY: ValueKind = {
  types: [],
  allowsList: true,
  allowsObject: true,
  isObject: false,
  texts: undefined,
  hasForm: false,
  items: undefined,
  shape: { properties: new Map(), additional: undefined },
};

/** Describes a schema; once, because every request needs it. */
export function describeKind(schema: JsonSchema | undefined, resolve: ResolveSchema): ValueKind {
  return isJsonObject(schema) ? kindsOf(resolve)(schema) : ANY;
}

const kindsOf = memoizePerObject((resolve: ResolveSchema) =>
  memoizePerObject((schema: Exclude<JsonSchema, boolean>) => readKind(schema, resolve)),
);

function readKind(schema: JsonSchema, resolve: ResolveSchema): ValueKind {
  const types = schemaTypes(schema, resolve);
  const isAny = types.length === 0;
  return {
    types,
    allowsList: isAny || types.includes('array'),
    allowsObject: isAny || types.includes('object'),
    isObject: isObjectType(types),
    texts: listTexts(schema, resolve),
    hasForm: hasForm(schema, resolve),
    items: itemSchema(schema, resolve),
    shape: readShape(schema, resolve),
  };
}

function listTexts(
  schema: JsonSchema,
  resolve: ResolveSchema,
  seen = new Set<unknown>(),
): ReadonlySet<unknown> | undefined {
  const resolved = resolveUnseen(schema, resolve, seen);
  if (resolved === undefined) return undefined;
  const { const: only, enum: own = only === undefined ? undefined : [only] } = resolved;
  if (own !== undefined) return new Set(own);
  const { allOf = [], anyOf = [], oneOf = [] } = resolved;
  const branches = [...anyOf, ...oneOf].filter((branch) => allowsText(branch, resolve));
  const lists = (branches.length > 0 ? branches : allOf).map((one) =>
    listTexts(one, resolve, seen),
  );
  if (branches.length === 0) return lists.find((list) => list !== undefined);
  const known = lists.filter((list) => list !== undefined);
  return known.length < lists.length ? undefined : new Set(known.flatMap((list) => [...list]));
}

function hasForm(schema: JsonSchema, resolve: ResolveSchema, seen = new Set<unknown>()): boolean {
  const resolved = resolveUnseen(schema, resolve, seen);
  if (resolved === undefined) return false;
  const { anyOf = [], oneOf = [], allOf = [], pattern, format } = resolved;
  const branches = [...anyOf, ...oneOf].filter((branch) => allowsText(branch, resolve));
  if (branches.length > 0) return branches.every((branch) => hasForm(branch, resolve, seen));
  return (pattern ?? format) !== undefined || allOf.some((part) => hasForm(part, resolve, seen));
}

function allowsText(schema: JsonSchema, resolve: ResolveSchema): boolean {
  const types = schemaTypes(schema, resolve);
  return types.length === 0 || types.includes('string');
}

/** Converts a text to a scalar of a kind; text that fits none stays a string. */
export function decodeScalar(text: string, { types, texts, allowsList }: ValueKind): unknown {
  if (texts?.has(text)) return text;
  const value = coerceScalar(text, types);
  if (typeof value !== 'string' || !types.includes('null') || types.includes('string')) {
    return value;
  }
  return text === '' || (text === 'null' && !allowsList) ? null : value;
}

/** Whether a text is a value by itself, and not a list of one. */
export function isScalar(text: string, kind: ValueKind): boolean {
  if (typeof decodeScalar(text, kind) !== 'string') return true;
  return kind.types.includes('string') && (kind.texts?.has(text) ?? true);
}
