import type { Location, UserContext } from '@redocly/openapi-core';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import type { Located } from './follow-reference.ts';

/** Document with a schema as its component `0`, and every schema that it refers to. */
export interface SchemaDocument {
  readonly [member: string]: unknown;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/**
 * Copies a schema and everything that it refers to, in any file, into one document with local
 * references only.
 *
 * Schemas in a reference cycle are copied once. A broken reference, which Redocly's rule
 * no-unresolved-refs reports, becomes a schema that accepts anything.
 */
export function collectSchema(
  schema: Located<unknown>,
  resolve: UserContext['resolve'],
): SchemaDocument {
  const schemas: Record<string, unknown> = { anything: true };
  const names = new Map<string, string>();

  const collect = ({ node, location }: Located<unknown>): string => {
    const known = names.get(location.absolutePointer);
    if (known !== undefined) return known;
    const name = String(names.size);
    names.set(location.absolutePointer, name);
    schemas[name] = copy(node, location);
    return name;
  };

  const copy = (node: unknown, from: Location): unknown => {
    if (Array.isArray(node)) return node.map((item) => copy(item, from));
    if (!isJsonObject(node)) return node;
    const members = Object.entries(node).map(([key, value]) =>
      key === '$ref' && typeof value === 'string'
        ? [key, `#/components/schemas/${collectTarget(value, from)}`]
        : [key, copy(value, from)],
    );
    return Object.fromEntries(members);
  };

  const collectTarget = ($ref: string, from: Location): string => {
    const { node, location, chain = [] } = resolve<object>({ $ref }, from.source.absoluteRef);
    // A reference with keywords of its own is a schema, not an alias.
    const [hop] = chain;
    if (hop) return collect(hop);
    return location && node !== undefined ? collect({ node, location }) : 'anything';
  };

  collect(schema);
  return { components: { schemas } };
}
