import { bytesAsText } from '../decode/bytes-as-text.ts';
import { allowsText, schemaTypes } from '../model/coerce-scalar.ts';
import type { Media } from '../model/contract.ts';
import { bodyFormat, essence } from '../model/media-type.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import type { Violation } from '../model/violation.ts';
import { checkPartTypes } from './check-part-types.ts';
import type { SchemaValidator } from './check-value.ts';

const NONE: readonly Violation[] = [];

/** Checks a decoded body, and the media types of its parts. */
export function checkMedia(
  media: Media,
  body: unknown,
  resolve: ResolveSchema,
  validate: SchemaValidator,
): readonly Violation[] {
  const { schema, encoding } = media;
  if (isOpaque(media, body, resolve)) return NONE;
  const mayHaveFiles = ['binary', 'multipart'].includes(bodyFormat(media.type));
  const value = mayHaveFiles || body instanceof Uint8Array ? bytesAsText(body) : body;
  return [
    ...(encoding === undefined ? NONE : checkPartTypes(encoding, body)),
    ...(schema === undefined ? NONE : validate(schema, value, 'body')),
  ];
}

/** Media types that are bytes and nothing else. */
const BYTES = /^(image|audio|video|font)\/|^application\/octet-stream$/;

/** Whether bytes stand for a value in a format that is not known here, such as CBOR or YAML. */
function isOpaque({ type, schema }: Media, body: unknown, resolve: ResolveSchema): boolean {
  if (!(body instanceof Uint8Array) || BYTES.test(essence(type))) return false;
  const isKnown = !['binary', 'text'].includes(bodyFormat(type));
  return !isKnown && !allowsText(schemaTypes(schema?.schema, resolve));
}
