import type {
  IHttpHeaderParam,
  IHttpOperation,
  IHttpOperationResponse,
  IHttpParam,
  IMediaTypeContent,
} from '@stoplight/types';
import { readExactNumber } from '../../model/exact-number.ts';
import { isJsonObject } from '../../model/json-cursor.ts';
import { essence, mediaTypeParameter } from '../../model/media-type.ts';
import { tryJson } from '../../model/parse-json.ts';
import { MARK, type SavedResponse } from './complete-collection.ts';
import { isAuthorization, writeSecurity } from './write-security.ts';

type JsonObject = Record<string, unknown>;

/** Stands for the body of a request, whose example has no name. */
const REQUEST: readonly SavedResponse[] = [{ name: 'request', body: '', read: '' }];

/** Headers that a client makes by itself, which Postman saves all the same. */
const OWN_HEADERS = ['host', 'content-length', 'connection', 'user-agent', 'postman-token'];

/** Writes an operation of http-spec as OpenAPI; `saved` are all saved responses of the collection. */
export function writeOperation(
  operation: IHttpOperation,
  path: string,
  saved: readonly SavedResponse[],
): JsonObject {
  const { summary, description, request = {}, responses } = operation;
  const body = request.body?.contents ?? [];
  const { requirement } = writeSecurity(operation);
  return {
    ...(summary !== undefined && { summary }),
    ...(description !== undefined && { description }),
    parameters: [
      ...listPathParameters(path),
      ...writeQuery(request.query ?? []),
      ...(request.headers ?? []).filter(isSent).map((header) => writeParameter(header, 'header')),
    ],
    ...(body.length > 0 && { requestBody: { content: writeContents(body, REQUEST) } }),
    responses: Object.fromEntries(
      responses.map((response) => [response.code, writeResponse(response, saved)]),
    ),
    ...(Object.keys(requirement).length > 0 && { security: [requirement] }),
  };
}

function isSent(header: IHttpHeaderParam): boolean {
  const name = header.name.toLowerCase();
  return name !== '' && !isAuthorization(header) && !OWN_HEADERS.includes(name);
}

function listPathParameters(path: string): JsonObject[] {
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name);
  return [...new Set(names)].map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

/** A name that comes several times is a list. */
function writeQuery(query: readonly IHttpParam[]): JsonObject[] {
  const groups = Map.groupBy(
    query.filter(({ name }) => name !== ''),
    ({ name }) => name,
  );
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const parameter = writeParameter(first, 'query');
    const list = { type: 'array', items: { type: 'string' } };
    return [others.length === 0 ? parameter : { ...parameter, schema: list, example: undefined }];
  });
}

function writeParameter(parameter: IHttpParam, place: 'query' | 'header'): JsonObject {
  return { name: parameter.name, in: place, ...describeParameter(parameter) };
}

function describeParameter({ required, description, schema, examples }: IHttpParam): JsonObject {
  const example = examples?.find((each) => 'value' in each);
  return {
    required: required === true,
    ...(description !== undefined && { description }),
    schema: cleanSchema(schema ?? {}),
    ...(example !== undefined && 'value' in example && { example: example.value }),
  };
}

function writeResponse(
  { description = '', headers = [], contents = [] }: IHttpOperationResponse,
  saved: readonly SavedResponse[],
): JsonObject {
  const written = headers
    .filter(({ name }) => name !== '' && name.toLowerCase() !== 'content-type')
    .map((header) => [header.name, describeParameter(header)]);
  return {
    description,
    headers: Object.fromEntries(written),
    content: writeContents(contents, saved),
  };
}

/** Joins contents of one media type: any of their schemas, and the examples of all. */
function writeContents(
  contents: readonly IMediaTypeContent[],
  saved: readonly SavedResponse[],
): Record<string, JsonObject> {
  const groups = Map.groupBy(contents, ({ mediaType }) => withoutMark(mediaType));
  return Object.fromEntries([...groups].map(([type, group]) => [type, joinContents(group, saved)]));
}

function joinContents(
  contents: readonly IMediaTypeContent[],
  saved: readonly SavedResponse[],
): JsonObject {
  const schemas = contents.flatMap(({ schema }) =>
    schema === undefined ? [] : [cleanSchema(schema)],
  );
  const [schema, ...others] = new Map(schemas.map((each) => [JSON.stringify(each), each])).values();
  const examples = new Map<string, JsonObject>();
  for (const { mediaType, examples: values = [] } of contents) {
    const response = saved[Number(mediaTypeParameter(mediaType, MARK) ?? 0)];
    for (const example of values) {
      if (!('value' in example)) continue;
      const name = freeName(response?.name || 'example', examples);
      examples.set(name, { value: readValue(example.value, response) });
    }
  }
  return {
    ...(schema !== undefined && {
      schema: others.length === 0 ? schema : { anyOf: [schema, ...others] },
    }),
    examples: Object.fromEntries(examples),
  };
}

/** Value of a saved response with all of its digits, of which http-spec keeps those of a double. */
function readValue(value: unknown, response: SavedResponse | undefined): unknown {
  if (response === undefined || response.body === '') return value;
  return value === response.read ? response.body : tryJson(response.body, readExactNumber);
}

function withoutMark(mediaType: string): string {
  return mediaType.split(`; ${MARK}=`, 1)[0] ?? essence(mediaType);
}

function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${name} ${count}`;
  return free;
}

/** Schema that http-spec derived from a value; a value of null says nothing of the type. */
function cleanSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(cleanSchema);
  if (!isJsonObject(schema)) return schema;
  if (schema.type === 'null') return {};
  const { $schema: _, ...rest } = schema;
  const known = Object.entries(rest).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known.map(([key, value]) => [key, cleanSchema(value)]));
}
