import type { Serialization } from '../model/contract.ts';
import { child, children, isFlag, type JsonCursor, text } from '../model/json-cursor.ts';
import { findSchema, readSchema } from '../model/read-schema.ts';

/**
 * Default style of each location, https://spec.openapis.org/oas/v3.2.0#parameter-style; a
 * `querystring` has content instead.
 */
const DEFAULT_STYLES: Readonly<Record<Serialization['in'], string>> = {
  path: 'simple',
  query: 'form',
  querystring: 'form',
  header: 'simple',
  cookie: 'form',
};
/** Styles that are exploded unless the contract says otherwise. */
const EXPLODED_STYLES = ['form', 'cookie'];

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
    explode:
      child(cursor, 'explode') === undefined
        ? EXPLODED_STYLES.includes(style)
        : isFlag(cursor, 'explode'),
    schema: schema === undefined ? { pointer: cursor.pointer, schema: true } : readSchema(schema),
    ...(mediaType !== undefined && { mediaType }),
    ...(typeof allowsEmpty === 'boolean' && { allowsEmpty }),
  };
}
