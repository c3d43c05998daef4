import { findSchemas } from '../contract/model/find-schemas.ts';
import { isJsonObject, jump } from '../contract/model/json-cursor.ts';
import { moveSchema, nameComponent } from './move-schema.ts';
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
    const name = names.get(node) ?? nameComponent(describePointer(pointer), schemas);
    if (!names.has(node)) {
      names.set(node, name);
      schemas.set(name, moveSchema(node, name));
    }
    schema.$ref = `#/components/schemas/${name}`;
  }
  document.components = { ...components, schemas: Object.fromEntries(schemas) };
}

/** Joins the tokens of a pointer that say something of the schema. */
function describePointer(pointer: string): string {
  return pointer
    .split('/')
    .filter((token) => token !== '' && !STRUCTURE.includes(token))
    .join(' ');
}
