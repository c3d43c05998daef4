import type { HiddenKeyword } from '../model/direction.ts';
import { isJsonObject } from '../model/json-cursor.ts';
import { createSchemaResolver, type ResolveSchema } from '../model/resolve-schema.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Keywords whose schemas apply to the same value as the schema that they stand in. */
const IN_PLACE = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else'];
/** Members that map names, which are no keywords, to schemas. */
const SCHEMA_MAPS = ['properties', 'patternProperties', 'dependentSchemas', '$defs', 'schemas'];
/** Members that are values, not schemas; and `not`, which would turn what is lifted into a demand. */
const KEPT = ['const', 'enum', 'example', 'examples', 'not'];

/**
 * Lifts `required` from the properties that a keyword hides: OpenAPI 3.1 section 4.8.24 says that a required
 * `readOnly` property may be missing in a request, and a required `writeOnly` one in a response.
 *
 * A property counts as hidden when the schema that requires it, one that it composes or one around it says so.
 * Returns a document that shares all that does not change, the document itself when nothing does.
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

/** Makes the check whether a schema, or one that it is composed of, hides a property. */
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

  /** What a schema refers to, and its branches. */
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
