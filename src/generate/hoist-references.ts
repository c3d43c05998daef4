import { findSchemas } from '../contract/model/find-schemas.ts';
import { isJsonObject, jump } from '../contract/model/json-cursor.ts';
import { type MutableSchema, readMembers } from './mutable-schema.ts';

const COMPONENT = /^#\/components\/schemas\/[^/]+$/;

/** Tokens of a pointer that say nothing of the schema. */
const STRUCTURE = [
  ...['components', 'schemas', 'paths', 'properties', 'items', 'schema', 'content', 'responses'],
  ...['parameters', '$defs', 'definitions', 'allOf', 'anyOf', 'oneOf', 'requestBody'],
];

/**
 * Makes a component in place of each schema that a reference leads to inside another one, or inside an
 * operation, since the generators follow references to components alone.
 */
export function hoistReferences(document: MutableSchema): void {
  const inner = findSchemas(document).filter(
    ({ $ref }) => typeof $ref === 'string' && !COMPONENT.test($ref),
  );
  if (inner.length === 0) return;
  const components = { ...readMembers(document.components) };
  const schemas = new Map(Object.entries(readMembers(components.schemas)));
  const targets = inner.map((schema) => [schema, jump(document, String(schema.$ref))] as const);
  const names = new Map<unknown, string>();
  for (const [schema, { node, pointer }] of targets) {
    if (!isJsonObject(node)) continue;
    const name = names.get(node) ?? findFreeName(pointer, schemas);
    if (!names.has(node)) {
      names.set(node, name);
      schemas.set(name, moveOut(node, name));
    }
    schema.$ref = `#/components/schemas/${name}`;
  }
  document.components = { ...components, schemas: Object.fromEntries(schemas) };
}

/** Takes the members of a schema, which refers to the component from then on. */
function moveOut(schema: MutableSchema, name: string): MutableSchema {
  const moved = { ...schema };
  for (const key of Object.keys(schema)) delete schema[key];
  schema.$ref = `#/components/schemas/${name}`;
  return moved;
}

function findFreeName(pointer: string, schemas: ReadonlyMap<string, unknown>): string {
  const tokens = pointer.split('/').filter((token) => token !== '' && !STRUCTURE.includes(token));
  const words = tokens.join(' ').split(/[^A-Za-z0-9]+/);
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  const wanted = /^[A-Za-z]/.test(name) ? name : `Schema${name}`;
  let free = wanted;
  for (let number = 2; schemas.has(free); number += 1) free = `${wanted}${number}`;
  return free;
}
