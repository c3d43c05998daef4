import type {
  Example,
  FieldEncoding,
  HeaderSpec,
  Media,
  Provenance,
  RequestBody,
  ResponseSpec,
} from '../model/contract.ts';
import { readExampleValue } from '../model/example-value.ts';
import {
  child,
  children,
  dataAt,
  dereference,
  isFlag,
  type JsonCursor,
  text,
} from '../model/json-cursor.ts';
import { nameRange } from '../model/media-range.ts';
import { findSchema, readSchema } from '../model/read-schema.ts';
import { isAddedByServer, isIgnoredField } from '../model/server-fields.ts';
import { readSerialization } from './read-serialization.ts';
import { requireObject } from './require-object.ts';
import { STRICT, type Tolerance } from './tolerance.ts';

/** Reads a Request Body Object, https://spec.openapis.org/oas/v3.1.1#request-body-object. */
export function readRequestBody(reference: JsonCursor | undefined): RequestBody | undefined {
  if (reference === undefined) return undefined;
  const cursor = dereference(reference);
  return { required: isFlag(cursor, 'required'), content: readContent(cursor) };
}

/** Reads a Responses Object, https://spec.openapis.org/oas/v3.1.1#responses-object. */
export function readResponses(
  cursor: JsonCursor | undefined,
  { attempt }: Tolerance = STRICT,
): ResponseSpec[] {
  return children(cursor)
    .filter(([status]) => !status.startsWith('x-'))
    .map(([status, reference]) =>
      attempt<ResponseSpec>(
        () => readResponse(status, reference),
        ({ pointer = reference.pointer, message: problem }) => ({
          status,
          headers: [],
          content: [],
          flaw: { pointer, problem },
        }),
      ),
    );
}

function readResponse(status: string, reference: JsonCursor): ResponseSpec {
  const response = requireObject(dereference(reference), 'response');
  return {
    status,
    headers: children(child(response, 'headers')).flatMap(readHeader),
    content: readContent(response),
  };
}

function readHeader([written, reference]: [string, JsonCursor]): HeaderSpec[] {
  const cursor = dereference(reference);
  const name = written.toLowerCase();
  const example = readFieldExample(cursor);
  const isDescribed = example !== undefined || findSchema(cursor) !== undefined;
  if (isIgnoredField(name) || !isDescribed) return [];
  return [
    {
      ...readSerialization(cursor, name, 'header'),
      required: isFlag(cursor, 'required') && !isAddedByServer(name),
      // Commas stand within cookies: https://www.rfc-editor.org/rfc/rfc6265#section-3.
      ...(name === 'set-cookie' && { style: 'lineDelimited', explode: true }),
      ...(example !== undefined && { example }),
    },
  ];
}

/** Reads the first example of a header or of its content. */
function readFieldExample(cursor: JsonCursor): unknown {
  const [, content] = children(child(cursor, 'content'))[0] ?? [];
  return [cursor, content]
    .filter((owner) => owner !== undefined)
    .flatMap((owner) => [...readSingleExample(owner), ...readExamples(child(owner, 'examples'))])
    .at(0)?.value;
}

function readContent(cursor: JsonCursor): Media[] {
  return children(child(cursor, 'content')).map(([type, reference]) =>
    readMedia(nameRange(type), dereference(reference)),
  );
}

/** Reads a Media Type Object, https://spec.openapis.org/oas/v3.2.0#media-type-object. */
export function readMedia(type: string, media: JsonCursor): Media {
  const schema = child(media, 'schema');
  const itemSchema = child(media, 'itemSchema');
  const encoding = children(child(media, 'encoding'));
  return {
    type,
    schema: schema && readSchema(schema),
    ...(itemSchema !== undefined && { itemSchema: readSchema(itemSchema) }),
    examples: [...readSingleExample(media), ...readExamples(child(media, 'examples'), type)],
    ...(encoding.length > 0 && {
      encoding: new Map(encoding.map(([name, field]) => [name, readEncoding(field)])),
    }),
  };
}

function readEncoding(cursor: JsonCursor): FieldEncoding {
  const contentType = text(cursor, 'contentType');
  const style = text(cursor, 'style');
  const isExploded = child(cursor, 'explode') !== undefined;
  return {
    ...(contentType !== undefined && { contentType }),
    ...(style !== undefined && { style }),
    ...(isExploded && { explode: isFlag(cursor, 'explode') }),
    ...(child(cursor, 'allowReserved')?.node === false && { allowReserved: false }),
  };
}

function readSingleExample(media: JsonCursor): Example[] {
  const example = dataAt(media, 'example');
  return example === undefined
    ? []
    : [{ key: 'example', value: example.node, provenance: undefined }];
}

/** Reads an `examples` map, of a body by its media type. */
export function readExamples(cursor: JsonCursor | undefined, mediaType?: string): Example[] {
  return children(cursor).map(([key, reference]) => {
    const example = dereference(reference);
    const found = readExampleValue(example, mediaType);
    return {
      key,
      value: found?.value,
      ...(found?.serialized !== undefined && { serialized: found.serialized }),
      provenance: readProvenance(child(example, 'x-provenance')),
    };
  });
}

/** Reads `x-provenance`; `undefined` where there is none. */
export function readProvenance(cursor: JsonCursor | undefined): Provenance | undefined {
  if (cursor === undefined) return undefined;
  const level = text(cursor, 'level');
  if (level !== 'documented' && level !== 'source' && level !== 'inferred' && level !== 'assumed') {
    return undefined;
  }
  return { level, note: text(cursor, 'note'), url: text(cursor, 'url') };
}
