import type { SchemaPlace } from '../model/contract.ts';
import type { Shape } from '../model/document-shape.ts';
import {
  child,
  children,
  dataAt,
  isJsonObject,
  type JsonCursor,
  unescapeToken,
} from '../model/json-cursor.ts';
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

/** Objects that hold a schema and examples of it. */
const OWNERS: readonly Shape[] = ['media', 'parameter', 'header'];

/**
 * Lists every schema that messages are checked against, and every other one with examples or a
 * default.
 *
 * Visits each part of a bundled document once, however often it is referenced.
 */
export function findExamples(document: unknown): ExampledSchema[] {
  const found: ExampledSchema[] = [];
  walkDocument(document, (node, shape, pointer) => {
    const cursor = { document, pointer, node };
    if (OWNERS.includes(shape)) found.push(...readOwner(cursor, shape));
    if (shape === 'schema') found.push(...readOwnExamples(cursor));
  });
  return found;
}

function readOwner(cursor: JsonCursor, shape: Shape): ExampledSchema[] {
  const schema = child(cursor, 'schema');
  if (schema === undefined) return [];
  const named = children(child(cursor, 'examples')).map(([, example]) => dataAt(example, 'value'));
  const examples = [dataAt(cursor, 'example'), ...named].filter((value) => value !== undefined);
  return [
    {
      schema: readSchema(schema),
      mediaType: mediaTypeOf(cursor, shape),
      examples: examples.map(place),
    },
  ];
}

function mediaTypeOf({ pointer }: JsonCursor, shape: Shape): string | undefined {
  return shape === 'media' ? unescapeToken(pointer.slice(pointer.lastIndexOf('/') + 1)) : undefined;
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

function place({ pointer, node: value }: JsonCursor): PlacedExample {
  return { pointer, value };
}
