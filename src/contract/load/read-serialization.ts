import type { Serialization } from '../model/contract.ts';
import { child, children, isFlag, type JsonCursor, text } from '../model/json-cursor.ts';
import { findSchema, readSchema } from '../model/read-schema.ts';

/** Default style of each location, https://spec.openapis.org/oas/v3.1.1#parameter-style. */
const DEFAULT_STYLES = { path: 'simple', query: 'form', header: 'simple', cookie: 'form' } as const;

/** Reads how a parameter or header is serialized: by `style` and `explode`, or by `content`. */
export function readSerialization(
  cursor: JsonCursor,
  name: string,
  place: Serialization['in'],
): Serialization {
  const style = text(cursor, 'style') ?? DEFAULT_STYLES[place];
  const [mediaType] = children(child(cursor, 'content'))[0] ?? [];
  const schema = findSchema(cursor);
  const allowsEmpty = child(cursor, 'allowEmptyValue')?.node;
  return {
    name,
    in: place,
    style,
    explode: child(cursor, 'explode') === undefined ? style === 'form' : isFlag(cursor, 'explode'),
    schema: schema === undefined ? { pointer: cursor.pointer, schema: true } : readSchema(schema),
    ...(mediaType !== undefined && { mediaType }),
    ...(typeof allowsEmpty === 'boolean' && { allowsEmpty }),
  };
}
