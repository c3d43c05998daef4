import type { JsonSchema, SchemaObject } from '../model/json-schema.ts';
import { memberOf } from '../model/member-of.ts';
import { type ResolveSchema, resolveUnseen } from '../model/resolve-schema.ts';

/** Where bodies of a response carry the provider's own code of an error, and which codes its schema names. */
export interface CodePlace {
  /** Member names from the root; `*` is each item of a list. */
  readonly path: readonly string[];
  readonly known: readonly string[];
}

const NAME = /^(?:err(?:or)?[_-]?)?code$/i;
/** Members within each other, of which the last may be the code. */
const MAX_DEPTH = 4;
const EACH = '*';

/**
 * Finds where bodies of a schema carry a code: in members that are called so; of an error without one, in those whose texts
 * or integers are listed. Where `isError` is not set, only at the root and only if its values are listed, since a
 * success may have codes of other things.
 */
export function findCodePlaces(
  schema: JsonSchema,
  resolve: ResolveSchema,
  isError: boolean,
): CodePlace[] {
  const members = listScalars(schema, resolve, isError ? MAX_DEPTH : 1);
  const named = members.filter(({ path }) => NAME.test(path.at(-1) ?? ''));
  const listed = members.filter(({ known }) => known.length > 0);
  if (!isError) {
    const paths = listed.filter(({ path }) => NAME.test(path.at(-1) ?? ''));
    return merge(paths.length === 0 ? [] : named);
  }
  return merge(named.length > 0 ? named : listed);
}

/** Reads the codes of a body. */
export function readCodes(body: unknown, places: readonly CodePlace[]): string[] {
  const found = places.flatMap(({ path }) => readPath(body, path));
  return [...new Set(found.flatMap((value) => (isCode(value) ? [String(value)] : [])))];
}

function readPath(value: unknown, [name, ...rest]: readonly string[]): unknown[] {
  if (name === undefined) return [value];
  if (name !== EACH) return readPath(memberOf(value, name), rest);
  return Array.isArray(value) ? value.flatMap((item) => readPath(item, rest)) : [];
}

function listScalars(root: JsonSchema, resolve: ResolveSchema, maxDepth: number): CodePlace[] {
  return walk(root, [], new Set());

  function walk(schema: JsonSchema, path: readonly string[], seen: Set<unknown>): CodePlace[] {
    const resolved = resolveUnseen(schema, resolve, seen);
    if (resolved === undefined) return [];
    const { allOf = [], anyOf = [], oneOf = [], properties = {}, items } = resolved;
    const alternatives = [allOf, anyOf, oneOf].filter(Array.isArray).flat();
    const here = path.length > 0 && isScalar(resolved) ? [{ path, known: valuesOf(resolved) }] : [];
    const below = path.length >= maxDepth ? [] : Object.entries(properties);
    return [
      ...here,
      ...alternatives.flatMap((part) => walk(part, path, new Set(seen))),
      ...below.flatMap(([name, member]) => walk(member, [...path, name], new Set(seen))),
      ...(items === undefined || path.length >= maxDepth
        ? []
        : walk(items, [...path, EACH], new Set(seen))),
    ];
  }
}

function isScalar({ type, ...rest }: SchemaObject): boolean {
  const types = [type].flat();
  return types.includes('string') || types.includes('integer') || valuesOf(rest).length > 0;
}

function valuesOf(schema: SchemaObject): string[] {
  const values = 'const' in schema ? [schema.const] : (schema.enum ?? []);
  return Array.isArray(values) ? values.filter(isCode).map(String) : [];
}

function isCode(value: unknown): value is string | number {
  return typeof value === 'string' || Number.isInteger(value);
}

function merge(places: readonly CodePlace[]): CodePlace[] {
  const groups = Map.groupBy(places, ({ path }) => JSON.stringify(path));
  return [...groups.values()].map((group) => ({
    path: group[0]?.path ?? [],
    known: [...new Set(group.flatMap(({ known }) => known))],
  }));
}
