import type { HiddenKeyword } from '../model/direction.ts';
import { listMembers, type Shape } from '../model/document-shape.ts';
import { isJsonObject } from '../model/json-cursor.ts';
import { createSchemaResolver, type ResolveSchema } from '../model/resolve-schema.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Applicators of subschemas to the same value,
 * https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.
 */
const IN_PLACE = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else'];

/**
 * Makes hidden properties optional: OpenAPI 3.0 requires a `readOnly` property in responses only,
 * and a `writeOnly` one in requests only (https://spec.openapis.org/oas/v3.0.4#schema-object).
 * OpenAPI 3.1 leaves it to the validator:
 * https://spec.openapis.org/oas/v3.1.1#validating-readonly-and-writeonly.
 *
 * A property is hidden if the schema that requires it, one that it composes or one around it says
 * so. Returns a document that shares everything unchanged, or the document itself if nothing
 * changes.
 */
export function liftRequired(document: JsonObject, keyword: HiddenKeyword): JsonObject {
  const isHidden = createHiddenCheck(createSchemaResolver(document), keyword);
  return visit(document, 'document', []);

  function visit<T extends object>(node: T, shape: Shape, owners: readonly JsonObject[]): T {
    const isSchema = shape === 'schema' && isJsonObject(node);
    const around = isSchema ? [...owners, node] : owners;
    const changes = listMembers(node, shape).flatMap(({ key, node: member, shape: below }) => {
      // Lifting inside `not` would make a schema stricter.
      if (typeof member !== 'object' || member === null || (isSchema && key === 'not')) return [];
      const isSameValue = !isSchema || IN_PLACE.includes(key);
      const changed = visit(member, below, isSameValue ? around : []);
      return changed === member ? [] : [[key, changed] as const];
    });
    const lifted = isSchema && Array.isArray(node.required) ? lift(node.required, around) : [];
    return withChanges(node, isSchema ? [...changes, ...lifted] : changes);
  }

  /** Change of `required`, if there is one. */
  function lift(names: readonly unknown[], owners: readonly JsonObject[]) {
    const kept = names.filter((name) => !owners.some((owner) => isHidden(owner, name)));
    return kept.length === names.length ? [] : [['required', kept] as const];
  }
}

type HiddenCheck = (schema: unknown, name: unknown) => boolean;

/** Creates a check whether a schema, or one that it is composed of, hides a property. */
function createHiddenCheck(resolve: ResolveSchema, keyword: HiddenKeyword): HiddenCheck {
  const targets = new Map<string, unknown>();
  return (schema, name) => typeof name === 'string' && hides(schema, name, new Set());

  function hides(schema: unknown, name: string, seen: Set<unknown>): boolean {
    if (!isJsonObject(schema) || seen.has(schema)) return false;
    seen.add(schema);
    const { properties, ...rest } = schema;
    const property =
      isJsonObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
    return isMarked(property, new Set()) || partsOf(rest).some((part) => hides(part, name, seen));
  }

  function isMarked(schema: unknown, seen: Set<unknown>): boolean {
    if (!isJsonObject(schema) || seen.has(schema)) return false;
    seen.add(schema);
    return schema[keyword] === true || partsOf(schema).some((part) => isMarked(part, seen));
  }

  /** Target of the reference of a schema, and its branches. */
  function partsOf({ $ref, allOf, anyOf, oneOf }: JsonObject): unknown[] {
    const branches = [allOf, anyOf, oneOf].flatMap((list) => (Array.isArray(list) ? list : []));
    return typeof $ref === 'string' ? [follow($ref), ...branches] : branches;
  }

  function follow($ref: string): unknown {
    const target = targets.get($ref) ?? resolve({ $ref });
    targets.set($ref, target);
    return target;
  }
}

function withChanges<T extends object>(
  node: T,
  changes: readonly (readonly [string, object])[],
): T {
  if (changes.length === 0) return node;
  const copy = Array.isArray(node) ? Object.assign([], node) : { ...node };
  for (const [key, value] of changes) Reflect.set(copy, key, value);
  return copy;
}
