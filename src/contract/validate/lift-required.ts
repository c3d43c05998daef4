import type { HiddenKeyword } from '../model/direction.ts';
import { isJsonObject } from '../model/json-cursor.ts';
import { createSchemaResolver, type ResolveSchema } from '../model/resolve-schema.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Applicators of subschemas to the same value,
 * https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.
 */
const IN_PLACE = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else'];
/** Members that map names to schemas; the names are not keywords. */
const SCHEMA_MAPS = ['properties', 'patternProperties', 'dependentSchemas', '$defs', 'schemas'];
/** Members that hold values, and `not`: lifting inside it would make a schema stricter. */
const KEPT = ['const', 'enum', 'example', 'examples', 'not'];

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
  return copyChanged(document, (key, value) => visit(key, value, [document]));

  function visit(key: string, value: unknown, owners: readonly JsonObject[]): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (KEPT.includes(key)) return value;
    if (key === 'required' && Array.isArray(value)) return lift(value, owners);
    if (Array.isArray(value)) return mapChanged(value, (item) => visitAt(key, item, owners));
    if (SCHEMA_MAPS.includes(key) && isJsonObject(value)) {
      return copyChanged(value, (_name, schema) => visitAt('', schema, []));
    }
    return visitAt(key, value, owners);
  }

  function visitAt(key: string, node: unknown, owners: readonly JsonObject[]): unknown {
    if (!isJsonObject(node)) return node;
    const around = IN_PLACE.includes(key) ? [...owners, node] : [node];
    return copyChanged(node, (member, value) => visit(member, value, around));
  }

  function lift(names: readonly unknown[], owners: readonly JsonObject[]): readonly unknown[] {
    const kept = names.filter((name) => !owners.some((owner) => isHidden(owner, name)));
    return kept.length === names.length ? names : kept;
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

function copyChanged(
  node: JsonObject,
  change: (key: string, value: unknown) => unknown,
): JsonObject {
  let copy: Record<string, unknown> | undefined;
  for (const key of Object.keys(node)) {
    const made = change(key, node[key]);
    if (made === node[key]) continue;
    copy ??= { ...node };
    copy[key] = made;
  }
  return copy ?? node;
}

function mapChanged(
  items: readonly unknown[],
  change: (item: unknown) => unknown,
): readonly unknown[] {
  const made = items.map(change);
  return made.every((item, index) => item === items[index]) ? items : made;
}
