import type { MutableSchema } from './mutable-schema.ts';

/** Takes the members of a schema, which refers to the component of that name from then on. */
export function moveSchema(schema: MutableSchema, name: string): MutableSchema {
  const moved = { ...schema };
  for (const key of Object.keys(schema)) delete schema[key];
  schema.$ref = `#/components/schemas/${name}`;
  return moved;
}

/** Names a component by the words of a text, otherwise than all others; the first letter of each word is a capital. */
export function nameComponent(text: string, schemas: ReadonlyMap<string, unknown>): string {
  const words = text.split(/[^A-Za-z0-9]+/);
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  const wanted = /^[A-Za-z]/.test(name) ? name : `Schema${name}`;
  let free = wanted;
  for (let number = 2; schemas.has(free); number += 1) free = `${wanted}${number}`;
  return free;
}
