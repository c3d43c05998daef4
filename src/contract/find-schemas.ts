import { isJsonObject } from './json-cursor.ts';

type Place =
  | 'document'
  | 'components'
  | 'paths'
  | 'path-item'
  | 'operation'
  | 'callbacks'
  | 'messages'
  | 'message'
  | 'schemas'
  | 'schema';

const ANY = '*';

/**
 * Members of an OpenAPI 3 document on the way to schemas, by the object they stand in.
 *
 * A message is whatever holds `schema`, `content` or `headers`: parameter, body, response, header, media type.
 */
const MEMBERS: Record<Place, ReadonlyMap<string, Place>> = {
  document: new Map([
    ['components', 'components'],
    ['paths', 'paths'],
    ['webhooks', 'paths'],
  ]),
  components: new Map([
    ['schemas', 'schemas'],
    ['parameters', 'messages'],
    ['headers', 'messages'],
    ['requestBodies', 'messages'],
    ['responses', 'messages'],
    ['callbacks', 'callbacks'],
  ]),
  paths: new Map([[ANY, 'path-item']]),
  'path-item': new Map([
    ['parameters', 'messages'],
    [ANY, 'operation'],
  ]),
  operation: new Map([
    ['parameters', 'messages'],
    ['requestBody', 'message'],
    ['responses', 'messages'],
    ['callbacks', 'callbacks'],
  ]),
  callbacks: new Map([[ANY, 'paths']]),
  messages: new Map([[ANY, 'message']]),
  message: new Map([
    ['schema', 'schema'],
    ['content', 'messages'],
    ['headers', 'messages'],
    ['encoding', 'messages'],
  ]),
  schemas: new Map([[ANY, 'schema']]),
  schema: new Map([
    ['properties', 'schemas'],
    ['additionalProperties', 'schema'],
    ['items', 'schema'],
    ['not', 'schema'],
    ['allOf', 'schemas'],
    ['anyOf', 'schemas'],
    ['oneOf', 'schemas'],
  ]),
};

/** Every schema object of an OpenAPI 3.0 document once, never a value that looks like one. */
export function findSchemas(document: unknown): Record<string, unknown>[] {
  const seen = new Set<object>();
  const schemas: Record<string, unknown>[] = [];
  visit(document, 'document');
  return schemas;

  function visit(node: unknown, place: Place): void {
    if (typeof node !== 'object' || node === null || seen.has(node)) return;
    seen.add(node);
    if (place === 'schema' && isJsonObject(node)) schemas.push(node);
    const members = MEMBERS[place];
    for (const [key, value] of Object.entries(node)) {
      const below = members.get(key) ?? members.get(ANY);
      if (below !== undefined) visit(value, below);
    }
  }
}
