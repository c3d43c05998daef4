import { setSkipHashing } from '@stoplight/http-spec/hash';
import { transformOas3Operation } from '@stoplight/http-spec/oas3/operation';
import type { IHttpOperation } from '@stoplight/types';
import type { Contract, Operation } from '../../contract/model/contract.ts';
import {
  descend,
  isJsonObject,
  openDocument,
  unescapeToken,
} from '../../contract/model/json-cursor.ts';
import { createSchemaResolver, type ResolveSchema } from '../../contract/model/resolve-schema.ts';
import { mapLazily } from '../../memo/map-lazily.ts';
import { memoizePerObject } from '../../memo/memoize-per-object.ts';
import { unfoldSchema } from './unfold-schema.ts';

type JsonObject = Record<string, unknown>;

/** Keywords whose values are data, not schemas. */
const VALUES = ['default', 'example', 'examples', 'enum', 'const', 'value'];

/** Converts an operation to Prism's format; the document that its references lead to is shared. */
export function toPrismOperation(contract: Contract, operation: Operation): IHttpOperation {
  const transformed = transformWithoutHashes({
    document: withOwnPathItem(contract, operation),
    name: operation.path,
    method: operation.method,
    config: { type: 'operation', documentProp: 'paths', nameProp: 'path' },
  });
  // Prism reads nothing of the request, and would send callbacks, whose expressions may need a body.
  const { callbacks: _callbacks, request: _request, ...resource } = transformed;
  const { document } = contract;
  const adapted = adaptSchemas(resource, createSchemaResolver(document));
  return { ...adaptDocument(document), ...Object(adapted) };
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

/** Members of a document for the references of its operations; each is adapted when it is first read. */
const adaptDocument = memoizePerObject((document: Contract['document']): JsonObject => {
  const resolve = createSchemaResolver(document);
  const objects = Object.entries(document).filter(([, member]) => isJsonObject(member));
  return Object.fromEntries(objects.map(([name, member]) => [name, adaptLater(member, 2)]));

  function adaptLater(node: unknown, levels: number): unknown {
    return levels > 0 && isJsonObject(node)
      ? mapLazily(node, (member) => adaptLater(member, levels - 1))
      : adaptSchemas(node, resolve);
  }
});

/** Adapts schemas so that Prism's generators make valid values; what needs no change is shared, not copied. */
function adaptSchemas(node: unknown, resolve: ResolveSchema): unknown {
  if (Array.isArray(node)) {
    const items = node.map((item) => adaptSchemas(item, resolve));
    return items.every((item, index) => item === node[index]) ? node : items;
  }
  if (!isJsonObject(node)) return node;
  const entries = Object.entries(node).map(
    ([key, value]) => [key, VALUES.includes(key) ? value : adaptSchemas(value, resolve)] as const,
  );
  const isSame = entries.every(([key, value]) => value === node[key]);
  const adapted = isSame ? node : Object.fromEntries(entries);
  return addBase64Example(dropWriteOnly(adapted, resolve));
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

/**
 * Unfolds the response schemas for Prism's generators, up to a number of references; each when it is
 * first read, because Prism reads one.
 */
export function toGeneratedOperation(
  resource: IHttpOperation,
  references?: number,
): IHttpOperation {
  const resolve = createSchemaResolver(resource);
  const responses = resource.responses.map((response) => ({
    ...response,
    headers: response.headers?.map(unfoldLater),
    contents: response.contents?.map(unfoldLater),
  }));
  return { ...resource, responses } as IHttpOperation;

  function unfoldLater<T extends { readonly schema?: unknown }>(owner: T): T {
    let unfolded: { readonly schema: unknown } | undefined;
    const get = () => {
      unfolded ??= { schema: unfoldSchema(owner.schema, resolve, references) };
      return unfolded.schema;
    };
    return Object.defineProperty({ ...owner }, 'schema', { get, enumerable: true });
  }
}
