import type { Location, Oas3Parameter, Oas3Rule, OasRef, UserContext } from '@redocly/openapi-core';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { impliedByName } from './format-by-name.ts';

const CONSTRAINTS = ['format', 'pattern', 'enum', 'const', 'contentEncoding'];

/**
 * Requires a format, or another constraint of the text, for strings named like a date-time, URI, id
 * or e-mail.
 *
 * An opaque id has the pattern `^\S+$`, as an explicit decision.
 */
export const stringFormat: Oas3Rule = () => ({
  SchemaProperties(properties: Record<string, unknown>, ctx: UserContext) {
    if (isCondition(ctx.location)) return;
    for (const [name, schema] of Object.entries(properties)) {
      check(`Property "${name}"`, name, schema, ctx.location.child(name), ctx);
    }
  },
  Parameter(parameter: Oas3Parameter, ctx: UserContext) {
    const what = `Parameter "${parameter.name}" (${parameter.in})`;
    check(what, parameter.name, parameter.schema, ctx.location.child('schema'), ctx);
  },
});

/** Properties in `not` and `if` do not describe data. */
function isCondition(location: Location): boolean {
  return /(?<!\/properties)\/(?:not|if)\/properties$/.test(location.pointer);
}

function check(
  what: string,
  name: string,
  schema: unknown,
  location: Location,
  ctx: UserContext,
): void {
  const implied = impliedByName(name);
  if (!implied) return;
  const parts = listParts(schema, location.source.absoluteRef, ctx);
  const isString = parts.some((part) => [part.type].flat().includes('string'));
  if (!isString || parts.some((part) => CONSTRAINTS.some((keyword) => keyword in part))) return;
  const { kind, word } = implied;
  ctx.report({
    message: `${what}: its last word "${word}" implies ${kind}, expected a string schema with a constraint, found none. Add ${CONSTRAINTS.join(', ')}; an opaque id has pattern ^\\S+$.`,
    location: location.key(),
  });
}

type Keywords = Readonly<Record<string, unknown>>;

/** Lists a schema, the targets of its references, and the branches of its compositions. */
function listParts(
  schema: unknown,
  file: string,
  ctx: UserContext,
  seen: Set<unknown> = new Set(),
): Keywords[] {
  if (!isJsonObject(schema) || seen.has(schema)) return [];
  seen.add(schema);
  const branches = [schema.allOf, schema.anyOf, schema.oneOf].flat();
  const inside = branches.flatMap((branch) => listParts(branch, file, ctx, seen));
  if (!isReference(schema)) return [schema, ...inside];
  const { node, location, chain = [] } = ctx.resolve<object>(schema, file);
  const hops = chain.flatMap((hop) =>
    listParts(hop.node, hop.location.source.absoluteRef, ctx, seen),
  );
  const target = location ? listParts(node, location.source.absoluteRef, ctx, seen) : [];
  return [schema, ...inside, ...hops, ...target];
}

function isReference(schema: Keywords): schema is Keywords & OasRef {
  return typeof schema.$ref === 'string';
}
