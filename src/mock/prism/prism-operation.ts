import { setSkipHashing } from '@stoplight/http-spec/hash';
import { transformOas3Operation } from '@stoplight/http-spec/oas3/operation';
import type { IHttpOperation, IHttpOperationResponse } from '@stoplight/types';
import { downgradeDocument } from '../../contract/load/downgrade-document.ts';
import { UNCHECKED_FORMAT } from '../../contract/load/upgrade-schema.ts';
import type { Contract, Operation } from '../../contract/model/contract.ts';
import { listMembers, memberShape, type Shape } from '../../contract/model/document-shape.ts';
import {
  descend,
  isJsonObject,
  openDocument,
  unescapeToken,
} from '../../contract/model/json-cursor.ts';
import { nameRange } from '../../contract/model/media-range.ts';
import { createSchemaResolver, type ResolveSchema } from '../../contract/model/resolve-schema.ts';
import { mapLazily } from '../../memo/map-lazily.ts';
import { memoizePerObject } from '../../memo/memoize-per-object.ts';
import { adaptReferences } from './adapt-references.ts';
import { unfoldSchema } from './unfold-schema.ts';
import { unrollRecursion } from './unroll-recursion.ts';

type JsonObject = Record<string, unknown>;

/** Keywords whose values are data, not schemas. */
const VALUES = ['default', 'example', 'examples', 'enum', 'const', 'value'];
/** Members that map names to schemas; the names are not keywords. */
const MAPS = ['properties', 'patternProperties', 'dependentSchemas', '$defs', 'schemas'];

/** Converts an operation to Prism's format; the document that its references lead to is shared. */
export function toPrismOperation(contract: Contract, operation: Operation): IHttpOperation {
  const { document, readable, adapted, resolve } = prepareDocument(contract.document);
  const { path, method } = operation;
  const own = adaptReferences(nodeOf(document, operation), 'operation');
  // Prism reads no item beside a `$ref`. References may lead to the other operations of the path.
  const { $ref: _ref, parameters: _shared, ...others } = Object(Object(document.paths)[path]);
  const transformed = transformWithoutHashes({
    document: {
      ...readable,
      paths: { ...Object(document.paths), [path]: { ...others, [method]: own } },
    },
    name: path,
    method,
    config: { type: 'operation', documentProp: 'paths', nameProp: 'path' },
  });
  // Prism reads nothing of the request, and would send callbacks, whose expressions may need a body.
  const { callbacks: _callbacks, request: _request, responses, ...resource } = transformed;
  // References lead to where they led in the document, so that no name but the author's is ever seen.
  const named = {
    ...resource,
    responses: responses.map((response) => preferOwnExamples(nameRanges(response), operation)),
  };
  const whole: IHttpOperation = { ...adapted, ...Object(adaptSchemas(named, resolve)) };
  return unrollResponses(whole, operation);
}

/** Names media types as the contract has them. */
function nameRanges(response: IHttpOperationResponse): IHttpOperationResponse {
  const contents = response.contents?.map((content) => ({
    ...content,
    mediaType: nameRange(content.mediaType),
  }));
  return { ...response, ...(contents && { contents }) };
}

/**
 * Leaves out the example of a schema where the media type has its own, which override it:
 * https://spec.openapis.org/oas/v3.1.1#media-type-object. Prism has it first, under the name "default".
 */
function preferOwnExamples(
  response: IHttpOperationResponse,
  operation: Operation,
): IHttpOperationResponse {
  const declared = operation.responses.find(({ status }) => status === response.code);
  const contents = response.contents?.map((content) => {
    const media = declared?.content.find(({ type }) => type === content.mediaType);
    const own = media?.examples.length ?? 0;
    return own === 0 ? content : { ...content, examples: (content.examples ?? []).slice(-own) };
  });
  return { ...response, ...(contents && { contents }) };
}

/** Skips the ids, which Prism does not read: each is a hash of a whole object. */
function transformWithoutHashes(
  ...args: Parameters<typeof transformOas3Operation>
): ReturnType<typeof transformOas3Operation> {
  setSkipHashing(true);
  try {
    return transformOas3Operation(...args);
  } finally {
    setSkipHashing(false);
  }
}

function nodeOf(document: Contract['document'], { pointer, responses }: Operation): JsonObject {
  const keys = pointer.split('/').slice(1).map(unescapeToken);
  const node = descend(openDocument(document), ...keys)?.node;
  if (!isJsonObject(node)) return {};
  const flawed = responses.filter(({ flaw }) => flaw !== undefined);
  if (flawed.length === 0) return node;
  // Prism would overlook these and choose another one.
  const stubs = flawed.map(({ status }) => [status, { description: '' }]);
  const declared = isJsonObject(node.responses) ? node.responses : {};
  return { ...node, responses: { ...declared, ...Object.fromEntries(stubs) } };
}

/** Document for all of its operations; each component is prepared when it is first read. */
const prepareDocument = memoizePerObject((given: Contract['document']) => {
  const document = downgradeDocument(given);
  const resolve = createSchemaResolver(document);
  const readable = { ...document, ...mapMembers(document, adaptReferences) };
  const adapted = mapMembers(document, (member, shape) =>
    adaptSchemas(adaptReferences(member, shape), resolve),
  );
  return { document, readable, adapted, resolve };
});

/** Maps the components, or the operations of paths, that a document has. */
function mapMembers(
  document: Contract['document'],
  map: (member: JsonObject, shape: Shape) => unknown,
): JsonObject {
  return Object.fromEntries(
    listMembers(document, 'document').map(({ key, node, shape }) => [key, later(node, shape, 2)]),
  );

  function later(node: unknown, shape: Shape, levels: number): unknown {
    if (!isJsonObject(node)) return node;
    if (levels === 0) return map(node, shape);
    return mapLazily(node, (member, key) => later(member, memberShape(shape, key), levels - 1));
  }
}

/** Adapts schemas so that Prism's generators make valid values; what needs no change is shared, not copied. */
function adaptSchemas(node: unknown, resolve: ResolveSchema, isMap = false): unknown {
  if (Array.isArray(node)) {
    const items = node.map((item) => adaptSchemas(item, resolve));
    return items.every((item, index) => item === node[index]) ? node : items;
  }
  if (!isJsonObject(node)) return node;
  const entries = Object.entries(node).map(
    ([key, value]) =>
      [
        key,
        VALUES.includes(key) && !isMap
          ? value
          : adaptSchemas(value, resolve, !isMap && MAPS.includes(key)),
      ] as const,
  );
  const isSame = entries.every(([key, value]) => value === node[key]);
  const adapted = isSame ? node : Object.fromEntries(entries);
  if (isMap) return adapted;
  return addBase64Example(restoreFormat(dropWriteOnly(preferExample(adapted), resolve)));
}

/** Prism's generators know formats that the validator does not, such as `idn-email`. */
function restoreFormat(schema: JsonObject): JsonObject {
  if (!(UNCHECKED_FORMAT in schema)) return schema;
  const { [UNCHECKED_FORMAT]: format, ...rest } = schema;
  return { ...rest, format };
}

/** Prism's sampler mixes the example of a schema with those of the schemas that it is composed of. */
function preferExample(schema: JsonObject): JsonObject {
  if (!Array.isArray(schema.allOf) || schema.example !== undefined) return schema;
  const { default: usual, const: only, enum: choice, examples } = schema;
  const [example] = [usual, only, firstOf(choice), firstOf(examples)].filter(
    (value) => value !== undefined,
  );
  return example === undefined ? schema : { ...schema, example };
}

function firstOf(list: unknown): unknown {
  return Array.isArray(list) ? list[0] : undefined;
}

/** Without an example, Prism writes "string" for format `byte`, which is not base64. */
function addBase64Example(schema: JsonObject): JsonObject {
  const isFree = schema.type === 'string' && VALUES.every((name) => !(name in schema));
  return schema.format === 'byte' && isFree ? { ...schema, examples: [btoa('string')] } : schema;
}

/** Prism drops `writeOnly` members only from random data, and overlooks those behind references. */
function dropWriteOnly(schema: JsonObject, resolve: ResolveSchema): JsonObject {
  const { properties, required } = schema;
  if (!isJsonObject(properties)) return schema;
  const dropped = Object.keys(properties).filter((name) => isWriteOnly(properties[name], resolve));
  if (dropped.length === 0) return schema;
  const isKept = (name: unknown) => typeof name !== 'string' || !dropped.includes(name);
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => isKept(name))),
    ...(Array.isArray(required) && { required: required.filter(isKept) }),
  };
}

function isWriteOnly(schema: unknown, resolve: ResolveSchema): boolean {
  const resolved = isJsonObject(schema) ? resolve(schema) : true;
  return typeof resolved === 'object' && resolved.writeOnly === true;
}

/** Writes out once what refers to itself, as Prism does. */
function unrollResponses(resource: IHttpOperation, operation: Operation): IHttpOperation {
  const resolve = createSchemaResolver(resource);
  const responses = resource.responses.map((response) => {
    const declared = operation.responses.find(({ status }) => status === response.code);
    const contents = response.contents?.map((content) => {
      const media = declared?.content.find(({ type }) => type === content.mediaType);
      const own = `#${media?.schema?.pointer}`;
      return mapLater(content, (schema) => unrollRecursion(schema, own, resolve));
    });
    return { ...response, contents };
  });
  return { ...resource, responses } as IHttpOperation;
}

/** Unfolds the response schemas for Prism's generators, up to a number of references. */
export function toGeneratedOperation(
  resource: IHttpOperation,
  references?: number,
): IHttpOperation {
  const resolve = createSchemaResolver(resource);
  const unfoldLater = <T extends SchemaOwner>(owner: T): T =>
    mapLater(owner, (schema) => unfoldSchema(schema, resolve, references));
  const responses = resource.responses.map((response) => ({
    ...response,
    headers: response.headers?.map(unfoldLater),
    contents: response.contents?.map(unfoldLater),
  }));
  return { ...resource, responses } as IHttpOperation;
}

interface SchemaOwner {
  readonly schema?: unknown;
}

/** Maps a schema when it is first read, because Prism reads one of all responses. */
function mapLater<T extends SchemaOwner>(owner: T, map: (schema: unknown) => unknown): T {
  let mapped: { readonly schema: unknown } | undefined;
  const get = () => {
    mapped ??= { schema: map(owner.schema) };
    return mapped.schema;
  };
  return Object.defineProperty({ ...owner }, 'schema', { get, enumerable: true });
}
