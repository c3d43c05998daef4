import { setSkipHashing } from '@stoplight/http-spec/hash';
import { transformOas3Operation } from '@stoplight/http-spec/oas3/operation';
import type { IHttpOperation } from '@stoplight/types';
import { downgradeDocument } from '../../contract/load/downgrade-document.ts';
import type { Contract, Operation } from '../../contract/model/contract.ts';
import {
  descend,
  isJsonObject,
  openDocument,
  unescapeToken,
} from '../../contract/model/json-cursor.ts';
import { pickReachable } from '../../contract/model/pick-reachable.ts';
import { createSchemaResolver, type ResolveSchema } from '../../contract/model/resolve-schema.ts';
import { adaptReferences } from './adapt-references.ts';
import { unfoldSchema } from './unfold-schema.ts';

type JsonObject = Record<string, unknown>;

/** Keywords whose values are data, not schemas. */
const VALUES = ['default', 'example', 'examples', 'enum', 'const', 'value'];
/** Members that map names to schemas; the names are not keywords. */
const MAPS = ['properties', 'patternProperties', 'dependentSchemas', '$defs', 'schemas'];

/** Converts an operation to Prism's format, with only the components that it refers to. */
export function toPrismOperation(contract: Contract, operation: Operation): IHttpOperation {
  const readable = downgradeDocument(contract.document);
  const own = nodeOf(readable, operation);
  const reachable = adaptReferences(pickReachable(readable, own), 'document');
  const target = transformWithoutHashes({
    document: withOwnPathItem(readable, operation, reachable, adaptReferences(own, 'operation')),
    name: operation.path,
    method: operation.method,
    config: { type: 'operation', documentProp: 'paths', nameProp: 'path' },
  });
  // Prism would send callbacks, whose expressions may need a request body that it does not get.
  const { callbacks: _, ...rest } = target;
  // References lead to where they led in the document, so that no name but the author's is ever seen.
  const resource = { ...reachable, ...rest };
  return adaptSchemas(resource, createSchemaResolver(resource)) as IHttpOperation;
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

/** Writes the operation into a path item of its own: Prism reads no item beside a `$ref`. */
function withOwnPathItem(
  document: Contract['document'],
  { path, method }: Operation,
  reachable: JsonObject,
  operation: JsonObject,
): JsonObject {
  const paths = isJsonObject(reachable.paths) ? reachable.paths : {};
  const item = isJsonObject(paths[path]) ? paths[path] : {};
  const own = { ...item, $ref: undefined, [method]: operation };
  return { ...document, ...reachable, paths: { ...paths, [path]: own } };
}

/** Adapts schemas so that Prism's generators make valid values; the members of a map have any name. */
function adaptSchemas(node: unknown, resolve: ResolveSchema, isMap = false): unknown {
  if (Array.isArray(node)) return node.map((item) => adaptSchemas(item, resolve));
  if (!isJsonObject(node)) return node;
  const entries = Object.entries(node).map(([key, value]) => [
    key,
    VALUES.includes(key) && !isMap
      ? value
      : adaptSchemas(value, resolve, !isMap && MAPS.includes(key)),
  ]);
  const adapted = Object.fromEntries(entries);
  return isMap ? adapted : addBase64Example(dropWriteOnly(preferExample(adapted), resolve));
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

/** Unfolds the response schemas for Prism's generators, up to a number of references. */
export function toGeneratedOperation(
  resource: IHttpOperation,
  references?: number,
): IHttpOperation {
  const resolve = createSchemaResolver(resource);
  const responses = resource.responses.map((response) => ({
    ...response,
    contents: response.contents?.map((content) => ({
      ...content,
      schema: unfoldSchema(content.schema, resolve, references),
    })),
  }));
  return { ...resource, responses } as IHttpOperation;
}
