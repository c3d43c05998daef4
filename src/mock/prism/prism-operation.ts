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

/** Members that hold values, which may look like schemas. */
const VALUES = ['default', 'example', 'examples', 'enum', 'const', 'value'];

/** Writes an operation in Prism's terms, with the components that it reaches alone. */
export function toPrismOperation(contract: Contract, operation: Operation): IHttpOperation {
  const target = transformWithoutHashes({
    document: withOwnPathItem(contract, operation),
    name: operation.path,
    method: operation.method,
    config: { type: 'operation', documentProp: 'paths', nameProp: 'path' },
  });
  const document = { ...pickReachable(contract.document, target), __target__: target };
  const bundled = bundleTarget({
    // Bundling rewrites references in place, and the components are shared with validation.
    document: structuredClone(document),
    path: '#/__target__',
    cloneDocument: false,
  });
  // Prism would send the callbacks' requests, and without the body that their expressions read.
  const { callbacks: _, ...resource } = bundled as IHttpOperation;
  return mendSchemas(resource, createSchemaResolver(resource)) as IHttpOperation;
}

/** Prism reads none of the ids, which are hashes of all that they name. */
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

/** Document in which the path of an operation holds it: Prism's transformer reads nothing beside a reference. */
function withOwnPathItem({ document }: Contract, { path, method, pointer }: Operation) {
  const paths = isJsonObject(document.paths) ? document.paths : {};
  const item = paths[path];
  if (!isJsonObject(item) || item.$ref === undefined) return document;
  const keys = pointer.split('/').slice(1).map(unescapeToken);
  const operation = descend(openDocument(document), ...keys)?.node;
  return { ...document, paths: { ...paths, [path]: { [method]: operation } } };
}

/** Schemas from which Prism's generators make what they describe. */
function mendSchemas(node: unknown, resolve: ResolveSchema): unknown {
  if (Array.isArray(node)) return node.map((item) => mendSchemas(item, resolve));
  if (!isJsonObject(node)) return node;
  const entries = Object.entries(node).map(([key, value]) => [
    key,
    VALUES.includes(key) ? value : mendSchemas(value, resolve),
  ]);
  return giveBytes(dropWriteOnly(Object.fromEntries(entries), resolve));
}

/** Without an example Prism writes "string" for any text, which is not base64. */
function giveBytes(schema: JsonObject): JsonObject {
  const isFree = schema.type === 'string' && VALUES.every((name) => !(name in schema));
  return schema.format === 'byte' && isFree ? { ...schema, examples: [btoa('string')] } : schema;
}

/** Members that are only written are in no answer; Prism looks for them in random data alone, and not behind references. */
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

/** The same operation with response schemas that Prism's generators can follow, cut after some references. */
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
