import type {
  Example,
  HeaderSpec,
  Media,
  Provenance,
  RequestBody,
  ResponseSpec,
  SchemaPlace,
} from './contract.ts';
import { child, children, isJsonObject, type JsonCursor, text } from './json-cursor.ts';

export function readRequestBody(cursor: JsonCursor | undefined): RequestBody | undefined {
  if (cursor === undefined) return undefined;
  return { required: isFlag(cursor, 'required'), content: readContent(cursor) };
}

export function readResponses(cursor: JsonCursor | undefined): ResponseSpec[] {
  return children(cursor).map(([status, response]) => ({
    status,
    headers: children(child(response, 'headers')).flatMap(readHeader),
    content: readContent(response),
  }));
}

/** A header called `Content-Type` is ignored, as OpenAPI 3.1 section 4.8.17 says. */
function readHeader([name, cursor]: [string, JsonCursor]): HeaderSpec[] {
  const schema = child(cursor, 'schema');
  if (name.toLowerCase() === 'content-type' || schema === undefined) return [];
  return [
    { name: name.toLowerCase(), required: isFlag(cursor, 'required'), schema: readSchema(schema) },
  ];
}

function readContent(cursor: JsonCursor): Media[] {
  return children(child(cursor, 'content')).map(([type, media]) => {
    const schema = child(media, 'schema');
    return {
      type,
      schema: schema && readSchema(schema),
      examples: [...readSingleExample(media), ...readExamples(child(media, 'examples'))],
    };
  });
}

function readSingleExample(media: JsonCursor): Example[] {
  const example = child(media, 'example');
  return example === undefined
    ? []
    : [{ key: 'example', value: example.node, provenance: undefined }];
}

export function readExamples(cursor: JsonCursor | undefined): Example[] {
  return children(cursor).map(([key, example]) => ({
    key,
    value: child(example, 'value')?.node,
    provenance: readProvenance(child(example, 'x-provenance')),
  }));
}

export function readSchema(cursor: JsonCursor): SchemaPlace {
  const schema = isJsonObject(cursor.node) ? cursor.node : cursor.node !== false;
  return { pointer: cursor.pointer, schema };
}

export function readProvenance(cursor: JsonCursor | undefined): Provenance | undefined {
  if (cursor === undefined) return undefined;
  const level = text(cursor, 'level');
  if (level !== 'documented' && level !== 'source' && level !== 'inferred' && level !== 'assumed') {
    return undefined;
  }
  return { level, note: text(cursor, 'note'), url: text(cursor, 'url') };
}

export function isFlag(cursor: JsonCursor, key: string): boolean {
  return child(cursor, key)?.node === true;
}
