import { isJsonObject, unescapeToken } from '../model/json-cursor.ts';
import { childOrigin, type Origin } from '../model/origin.ts';
import { isMappingReference, splitReference } from '../model/reference.ts';
import type { Target } from './resolve-reference.ts';
import type { SchemaNames } from './schema-names.ts';

type JsonObject = Record<string, unknown>;

/** Gives the reference inside the bundle for one that stands at a place, or nothing if it is broken. */
export type Refer = (ref: string, at: Origin) => string | undefined;

/**
 * Turns a `$dynamicRef` into a `$ref`, which the tools that read the document know, in place:
 * https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.2.
 *
 * If several schemas have its anchor, the value may be any of them: which one is meant depends on
 * the schema that validation began with. Returns the references that it has made.
 */
export function lowerDynamicReference(
  schema: JsonObject,
  target: Target,
  names: SchemaNames,
  referTo: (target: Target) => string,
): readonly object[] {
  const { $dynamicRef: ref, allOf } = schema;
  delete schema.$dynamicRef;
  const others = names.listDynamic(splitReference(String(ref)).fragment);
  const all = others.some((other) => other.node === target.node)
    ? [...others.filter((other) => other.node !== target.node), target]
    : [target];
  const refs = all.map((one) => ({ $ref: referTo(one) }));
  const parts = Array.isArray(allOf) ? allOf : [];
  schema.allOf = [...parts, ...(refs.length > 1 ? [{ anyOf: refs }] : refs)];
  return refs;
}

/** Rewrites the references in the mapping of a discriminator, in place. */
export function rewriteMapping({ discriminator }: JsonObject, at: Origin, refer: Refer): void {
  if (!isJsonObject(discriminator)) return;
  const place = childOrigin(at, 'discriminator');
  rewrite(discriminator, 'defaultMapping', place);
  const { mapping } = discriminator;
  if (!isJsonObject(mapping)) return;
  for (const value of Object.keys(mapping)) rewrite(mapping, value, childOrigin(place, 'mapping'));

  function rewrite(owner: JsonObject, key: string, above: Origin): void {
    const ref = owner[key];
    if (isMappingReference(ref)) owner[key] = refer(ref, childOrigin(above, key)) ?? ref;
  }
}

/**
 * Replaces the URIs of security schemes by the names of components, in place:
 * https://spec.openapis.org/oas/v3.2.0#security-requirement-object. A name that is declared is
 * never taken for a URI.
 */
export function rewriteSecurity(
  { security }: JsonObject,
  isDeclared: (scheme: string) => boolean,
  refer: (uri: string) => string | undefined,
): void {
  if (!Array.isArray(security)) return;
  for (const requirement of security.filter(isJsonObject)) {
    for (const [name, scopes] of Object.entries(requirement)) {
      const ref = isMappingReference(name) && !isDeclared(name) ? refer(name) : undefined;
      if (ref === undefined) continue;
      delete requirement[name];
      requirement[nameOfComponent(ref)] = scopes;
    }
  }
}

function nameOfComponent(ref: string): string {
  return unescapeToken(decodeURIComponent(ref.slice(ref.lastIndexOf('/') + 1)));
}

/**
 * Removes the names of a schema, by which nothing refers to it any more; `id` is that of draft 4,
 * which means nothing in OpenAPI, and for which Ajv refuses the whole schema.
 */
export function dropNames(schema: JsonObject): void {
  for (const name of ['$id', '$anchor', '$dynamicAnchor', 'id']) {
    if (typeof schema[name] === 'string') delete schema[name];
  }
}
