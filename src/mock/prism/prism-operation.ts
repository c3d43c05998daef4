import { setSkipHashing } from '@stoplight/http-spec/hash';
import { transformOas3Operation } from '@stoplight/http-spec/oas3/operation';
import { bundleTarget } from '@stoplight/json';
import type { IHttpOperation } from '@stoplight/types';
import type { Contract, Operation } from '../../contract/model/contract.ts';
import {
  descend,
  isJsonObject,
  openDocument,
  unescapeToken,
} from '../../contract/model/json-cursor.ts';
import { pickReachable } from '../../contract/model/pick-reachable.ts';
import { createSchemaResolver, type ResolveSchema } from '../../contract/model/resolve-schema.ts';
import { unfoldSchema } from './unfold-schema.ts';

type JsonObject = Record<string, unknown>;

/** Keywords whose values are data, not schemas. */
const VALUES = ['default', 'example', 'examples', 'enum', 'const', 'value'];

/** Converts an operation to Prism's format, with only the components that it refers to. */
export function toPrismOperation(contract: Contract, operation: Operation): IHttpOperation {
  const target = transformWithoutHashes({
    document: withOwnPathItem(contract, operation),
    name: operation.path,
    method: operation.method,
    config: { type: 'operation', documentProp: 'paths', nameProp: 'path' },
  });
  const document = { ...pickReachable(contract.document, target), __target__: target };
  const bundled = bundleTarget({
    // Bundling rewrites references in place, and validation shares the components.
    document: structuredClone(document),
    path: '#/__target__',
    cloneDocument: false,
  });
  // Prism would send callbacks, whose expressions may need a request body that it does not get.
  const { callbacks: _, ...resource } = bundled as IHttpOperation;
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

/** Writes the operation into a path item with a `$ref`: Prism ignores other members of the item. */
function withOwnPathItem({ document }: Contract, { path, method, pointer }: Operation) {
  const paths = isJsonObject(document.paths) ? document.paths : {};
  const item = paths[path];
  if (!isJsonObject(item) || item.$ref === undefined) return document;
  const keys = pointer.split('/').slice(1).map(unescapeToken);
  const operation = descend(openDocument(document), ...keys)?.node;
  return { ...document, paths: { ...paths, [path]: { [method]: operation } } };
}

/** Adapts schemas so that Prism's generators make valid values. */
function adaptSchemas(node: unknown, resolve: ResolveSchema): unknown {
  if (Array.isArray(node)) return node.map((item) => adaptSchemas(item, resolve));
  if (!isJsonObject(node)) return node;
  const entries = Object.entries(node).map(([key, value]) => [
    key,
    VALUES.includes(key) ? value : adaptSchemas(value, resolve),
  ]);
  return addBase64Example(dropWriteOnly(Object.fromEntries(entries), resolve));
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
    headers: response.headers?.map((header) => ({
      ...header,
      schema: unfoldSchema(header.schema, resolve, references),
    })),
  }));
  // Nothing refers to the components any more, and the generator would make values for them.
  const { __bundled__: _, ...rest } = resource as IHttpOperation & { __bundled__?: unknown };
  return { ...rest, responses } as IHttpOperation;
}
