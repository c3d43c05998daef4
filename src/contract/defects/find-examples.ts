import type { SchemaPlace } from '../model/contract.ts';
import { readExampleValue } from '../model/example-value.ts';
import {
  child,
  children,
  dataAt,
  dereference,
  isJsonObject,
  type JsonCursor,
  unescapeToken,
} from '../model/json-cursor.ts';
import { type BodyFormat, bodyFormat } from '../model/media-type.ts';
import { readSchema } from '../model/read-schema.ts';
import { walkDocument } from '../model/walk-document.ts';

/** Schema, and the examples that it must accept. */
export interface ExampledSchema {
  readonly schema: SchemaPlace;
  /** Media type of a body; absent for parameters, headers and the examples in a schema. */
  readonly mediaType: string | undefined;
  readonly examples: readonly PlacedExample[];
}

export interface PlacedExample {
  /** JSON Pointer of the value. */
  readonly pointer: string;
  readonly value: unknown;
}

/** Formats whose text is read before it is checked. */
const READ_FORMATS: readonly BodyFormat[] = ['json', 'xml', 'text'];

/**
 * Lists every schema that messages are checked against, and every other one with examples or a
 * default.
 *
 * Visits each part of a bundled document once, however often it is referenced.
 */
export function findExamples(document: unknown): ExampledSchema[] {
  const found: ExampledSchema[] = [];
  const seen = new Set<string>();
  walkDocument(document, (node, shape, pointer) => {
    const cursor = { document, pointer, node };
    if (shape === 'media') found.push(...readMedia(cursor, seen));
    if (shape === 'parameter' || shape === 'header') found.push(...readOwner(cursor, undefined));
    if (shape === 'schema') found.push(...readOwnExamples(cursor));
  });
  return found;
}

/** A component has its media type where it is used, and is read there once. */
function readMedia(cursor: JsonCursor, seen: Set<string>): ExampledSchema[] {
  if (cursor.pointer.startsWith('/components/mediaTypes/')) return [];
  const media = dereference(cursor);
  const mediaType = unescapeToken(cursor.pointer.slice(cursor.pointer.lastIndexOf('/') + 1));
  const key = `${mediaType} ${media.pointer}`;
  if (seen.has(key)) return [];
  seen.add(key);
  return readOwner(media, mediaType);
}

function readOwner(owner: JsonCursor, mediaType: string | undefined): ExampledSchema[] {
  const schema = child(owner, 'schema');
  if (schema === undefined) return [];
  const single = dataAt(owner, 'example');
  const named = children(child(owner, 'examples')).map(([, example]) =>
    readExampleValue(dereference(example), mediaType),
  );
  const isRead = mediaType === undefined || READ_FORMATS.includes(bodyFormat(mediaType));
  const examples = [
    ...(single === undefined ? [] : [{ pointer: single.pointer, value: single.node }]),
    ...named
      .filter((example) => example !== undefined)
      .filter(({ value, serialized }) => isRead || value !== serialized)
      .map(({ pointer, value }) => ({ pointer, value })),
  ];
  return [{ schema: readSchema(schema), mediaType, examples }];
}

function readOwnExamples(cursor: JsonCursor): ExampledSchema[] {
  const { node, pointer } = cursor;
  if (!isJsonObject(node)) return [];
  const list: unknown[] = Array.isArray(node.examples) ? node.examples : [];
  const examples = [
    ...list.map((value, index) => ({ pointer: `${pointer}/examples/${index}`, value })),
    ...['example', 'default'].flatMap((key) =>
      Object.hasOwn(node, key) ? [{ pointer: `${pointer}/${key}`, value: node[key] }] : [],
    ),
  ];
  if (examples.length === 0 && !isComponent(pointer)) return [];
  return [{ schema: { pointer, schema: node }, mediaType: undefined, examples }];
}

function isComponent(pointer: string): boolean {
  return /^\/components\/schemas\/[^/]+$/.test(pointer);
}
