import { listSchemas, type MutableSchema, readMembers, resolveTarget } from './mutable-schema.ts';

/** Names that an object may have: those listed, and those that a pattern matches. */
export interface NameRule {
  readonly names: readonly string[];
  readonly patterns: readonly string[];
}

/**
 * Lists the names that a schema and its parts know, for `unevaluatedProperties`; `undefined` where a part
 * knows all. An alternative counts whether it holds or not:
 * https://json-schema.org/draft/2020-12/json-schema-core#section-11.3.
 */
export function listEvaluated(document: unknown, schema: MutableSchema): NameRule | undefined {
  const names = new Set<string>();
  const patterns = new Set<string>();
  const seen = new Set<MutableSchema>();
  return collect(schema) ? { names: [...names], patterns: [...patterns] } : undefined;

  /** Returns whether all names are known. */
  function collect(part: MutableSchema): boolean {
    const target = resolveTarget(document, part);
    if (target === undefined) return false;
    if (seen.has(target)) return true;
    seen.add(target);
    const { additionalProperties = false, unevaluatedProperties = false } = target;
    if (additionalProperties !== false) return false;
    if (target !== schema && unevaluatedProperties !== false) return false;
    for (const name of Object.keys(readMembers(target.properties))) names.add(name);
    for (const pattern of Object.keys(readMembers(target.patternProperties))) patterns.add(pattern);
    const { $ref: _, ...own } = part;
    const isWhole = part === target || collect(own);
    const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((key) => listSchemas(target[key]));
    return isWhole && [...parts, ...listConditions(target)].every(collect);
  }
}

function listConditions(schema: MutableSchema): MutableSchema[] {
  const { if: condition, then, else: otherwise, dependentSchemas } = schema;
  return listSchemas([condition, then, otherwise, ...Object.values(readMembers(dependentSchemas))]);
}
