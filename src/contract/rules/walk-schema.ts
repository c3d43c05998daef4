import type { SchemaPlace } from '../model/contract.ts';
import { escapeToken, isJsonObject, jump } from '../model/json-cursor.ts';
import type { SchemaObject } from '../model/json-schema.ts';
import { isSchema } from '../model/read-schema.ts';
import { createSchemaResolver } from '../model/resolve-schema.ts';
import { listKeywords, listParts, type Writing } from './schema-keywords.ts';

/** Rule of a schema: where a value breaks it, and the schema that has it. */
export interface FoundRule {
  readonly at: readonly string[];
  readonly keyword: string;
  /** As `pointer keyword detail`. */
  readonly sources: readonly string[];
}

/** Stands for any item of a list, and for a member of any name. */
export const ANY = '*';

/** Schemas inside of schemas that are followed. */
const MOST_DEPTH = 12;
/** Rules that are listed of one schema; those of somebody else's contract may multiply. */
const MOST_RULES = 5000;

/** Lists the rules of a schema for requests, without those of members that no request has. */
export function walkSchema(document: object, root: SchemaPlace, writing: Writing): FoundRule[] {
  const resolve = createSchemaResolver(document);
  const rules: FoundRule[] = [];
  const seen = new Set<string>();
  visit(root, [], [root.pointer]);
  return rules;

  function visit(place: SchemaPlace, at: readonly string[], trail: readonly string[]): void {
    const { pointer, schema } = place;
    if (!isJsonObject(schema) || at.length > MOST_DEPTH || rules.length >= MOST_RULES) return;
    const key = JSON.stringify([pointer, at]);
    if (seen.has(key)) return;
    seen.add(key);
    const target = follow(schema);
    // A schema that has itself inside has the same rules there.
    if (target !== undefined && !trail.includes(target.pointer)) {
      visit(target, at, [...trail, target.pointer]);
    }
    for (const { keyword, details } of listKeywords(schema, writing)) {
      const source = `${pointer} ${keyword}`;
      rules.push({ at, keyword, sources: [source, ...details.map((one) => `${source} ${one}`)] });
    }
    listRequired(schema, pointer, at);
    for (const [keys, inner, member] of listInner(schema)) {
      visit({ pointer: pointer + toPointer(keys), schema: inner }, [...at, ...member], trail);
    }
  }

  function listRequired(schema: SchemaObject, pointer: string, at: readonly string[]): void {
    const { required, dependentRequired } = schema;
    for (const name of Array.isArray(required) ? required.map(String) : []) {
      if (isHidden(schema, name)) continue;
      const sources = [`${pointer} required ${name}`];
      rules.push({ at: [...at, name], keyword: 'required', sources });
    }
    if (!isJsonObject(dependentRequired)) return;
    const sources = Object.entries(dependentRequired).flatMap(([name, others]) =>
      Array.isArray(others)
        ? others.map((other) => `${pointer} dependentRequired ${name} ${other}`)
        : [],
    );
    if (sources.length > 0) rules.push({ at, keyword: 'dependentRequired', sources });
  }

  /** Schemas inside of one: the keys that lead to each, and the member of the value that it is about. */
  function listInner(schema: SchemaObject): Inner[] {
    const { properties = {}, additionalProperties, items, prefixItems = [] } = schema;
    const members = Object.entries(properties)
      .filter(([name]) => !isHidden(schema, name))
      .map(([name, inner]): Inner => [['properties', name], inner, [name]]);
    return [
      ...members,
      ...(isSchema(additionalProperties)
        ? [[['additionalProperties'], additionalProperties, [ANY]] satisfies Inner]
        : []),
      ...(isSchema(items) ? [[['items'], items, [ANY]] satisfies Inner] : []),
      ...(Array.isArray(prefixItems)
        ? prefixItems.map((item, index): Inner => [['prefixItems', index], item, [ANY]])
        : []),
      ...listParts(schema).map(([keys, part]): Inner => [keys, part, []]),
    ];
  }

  /** Whether no request may have a member. */
  function isHidden({ properties }: SchemaObject, name: string): boolean {
    const property =
      isJsonObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (!isSchema(property)) return false;
    const resolved = resolve(property);
    return isJsonObject(resolved) && resolved.readOnly === true;
  }

  function follow({ $ref }: SchemaObject): SchemaPlace | undefined {
    if ($ref === undefined) return undefined;
    const { pointer, node } = jump(document, $ref);
    return isSchema(node) ? { pointer, schema: node } : undefined;
  }
}

type Inner = readonly [
  keys: readonly (string | number)[],
  schema: SchemaPlace['schema'],
  member: readonly string[],
];

function toPointer(keys: readonly (string | number)[]): string {
  return keys.map((key) => `/${escapeToken(key)}`).join('');
}
