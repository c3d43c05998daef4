import type { SchemaPlace } from './contract.ts';
import { child, children, isJsonObject, type JsonCursor } from './json-cursor.ts';
import type { JsonSchema } from './json-schema.ts';

/** Whether a value can be a schema, whatever its keywords are. */
export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'boolean' || isJsonObject(value);
}

/** Reads the schema at a cursor, with its pointer. */
export function readSchema(cursor: JsonCursor): SchemaPlace {
  const schema = isJsonObject(cursor.node) ? cursor.node : cursor.node !== false;
  return { pointer: cursor.pointer, schema };
}

/** Finds the schema of a parameter or header: its own, or that of its content. */
export function findSchema(cursor: JsonCursor): JsonCursor | undefined {
  const [, media] = children(child(cursor, 'content'))[0] ?? [];
  return child(cursor, 'schema') ?? (media && child(media, 'schema'));
}
