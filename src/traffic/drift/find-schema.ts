import {
  dataAt,
  isJsonObject,
  type JsonCursor,
  jump,
  unescapeToken,
} from '../../contract/model/json-cursor.ts';

/** Keywords with schemas of the same value, https://json-schema.org/draft/2020-12/json-schema-core#section-10.2. */
const IN_PLACE_LISTS = ['allOf', 'anyOf', 'oneOf'];
const IN_PLACE = ['if', 'then', 'else'];

/** Schema object, and where it is in the document. */
export interface FoundSchema {
  readonly pointer: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

/**
 * Lists the schemas that say something of a place in a value, outermost first: `pointer` leads to the schema of the whole value,
 * `place` is a JSON Pointer into the value.
 */
export function findSchemas(document: unknown, pointer: string, place: string): FoundSchema[] {
  const tokens = place.split('/').slice(1).map(unescapeToken);
  const found = new Map<string, FoundSchema>();
  const seen = new Set<string>();
  visit(jump(document, `#${pointer.split('/').map(encodeURIComponent).join('/')}`), tokens);
  return [...found.values()];

  function visit(cursor: JsonCursor | undefined, rest: readonly string[]): void {
    const { node } = cursor ?? {};
    const key = `${rest.length} ${cursor?.pointer}`;
    if (cursor === undefined || !isJsonObject(node) || seen.has(key)) return;
    seen.add(key);
    if (rest.length === 0) found.set(cursor.pointer, { pointer: cursor.pointer, schema: node });
    else visitMembers(cursor, rest);
    for (const name of IN_PLACE) visit(dataAt(cursor, name), rest);
    for (const name of IN_PLACE_LISTS) {
      const list = dataAt(cursor, name);
      const count = Array.isArray(list?.node) ? list.node.length : 0;
      for (let at = 0; list !== undefined && at < count; at += 1) visit(dataAt(list, at), rest);
    }
    if (typeof node.$ref === 'string') visit(jump(document, node.$ref, cursor.pointer), rest);
  }

  function visitMembers(cursor: JsonCursor, [token = '', ...rest]: readonly string[]): void {
    const properties = dataAt(cursor, 'properties');
    const property = properties && dataAt(properties, token);
    visit(property, rest);
    const patterns = dataAt(cursor, 'patternProperties');
    const matching = isJsonObject(patterns?.node) ? Object.keys(patterns.node) : [];
    for (const pattern of matching) {
      if (patterns !== undefined) visit(dataAt(patterns, pattern), rest);
    }
    if (property === undefined) {
      for (const name of ['additionalProperties', 'unevaluatedProperties']) {
        visit(dataAt(cursor, name), rest);
      }
    }
    if (!/^\d+$/.test(token)) return;
    const prefix = dataAt(cursor, 'prefixItems');
    if (prefix !== undefined) visit(dataAt(prefix, token), rest);
    for (const name of ['items', 'contains', 'unevaluatedItems', 'itemSchema']) {
      visit(dataAt(cursor, name), rest);
    }
  }
}
