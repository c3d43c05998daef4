import { listMembers, type Shape } from '../../contract/model/document-shape.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';

type JsonObject = Record<string, unknown>;

/** Siblings of a reference that have no influence on values. */
const ANNOTATIONS = [
  ...['$ref', '$comment', 'title', 'summary', 'description', 'deprecated'],
  ...['readOnly', 'writeOnly', 'externalDocs', 'xml'],
];

/**
 * Writes the references of a document so that Prism reads them as they are meant.
 *
 * A schema reference with siblings becomes `allOf`, which means the same
 * (https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.1): Prism ignores siblings.
 * An example that looks like a reference becomes a named one, which Prism does not look into.
 *
 * Returns a copy that shares everything unchanged.
 */
export function adaptReferences(node: JsonObject, shape: Shape): JsonObject {
  return adapt(node, shape, new Map());
}

/** `known` has what became of each object, because YAML anchors put one in several places. */
function adapt(node: JsonObject, shape: Shape, known: Map<object, JsonObject>): JsonObject {
  const done = known.get(node);
  if (done !== undefined) return done;
  const adapted = adaptOne(copyMembers(node, shape, known), shape);
  known.set(node, adapted);
  return adapted;
}

function adaptOne(node: JsonObject, shape: Shape): JsonObject {
  if (shape === 'schema' && hasSiblings(node)) return toAllOf(node);
  if (shape !== 'media' || !isJsonObject(node.example) || !('$ref' in node.example)) return node;
  const { example: value, examples, ...rest } = node;
  return { ...rest, examples: { default: { value }, ...(isJsonObject(examples) && examples) } };
}

function copyMembers<T extends object>(node: T, shape: Shape, known: Map<object, JsonObject>): T {
  let copy: T | undefined;
  for (const { key, node: member, shape: below } of listMembers(node, shape)) {
    const made = Array.isArray(member)
      ? copyMembers(member, below, known)
      : isJsonObject(member)
        ? adapt(member, below, known)
        : member;
    if (made === member) continue;
    copy ??= (Array.isArray(node) ? [...node] : { ...node }) as T;
    Reflect.set(copy, key, made);
  }
  return copy ?? node;
}

function hasSiblings(schema: JsonObject): boolean {
  if (typeof schema.$ref !== 'string') return false;
  return Object.keys(schema).some(
    (key) => !ANNOTATIONS.includes(key) && (key === 'x-faker' || !key.startsWith('x-')),
  );
}

function toAllOf({ $ref, allOf, ...siblings }: JsonObject): JsonObject {
  return { ...siblings, allOf: [{ $ref }, ...(Array.isArray(allOf) ? allOf : [])] };
}
