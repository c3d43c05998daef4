import { createRequire } from 'node:module';
import type { IHttpOperation } from '@stoplight/types';
import { ContractError } from '../../model/contract-error.ts';
import { isJsonObject } from '../../model/json-cursor.ts';
import { METHODS } from '../../model/methods.ts';
import { completeCollection, type SavedResponse } from './complete-collection.ts';
import { writeOperation } from './write-operation.ts';
import { writeSecurity } from './write-security.ts';

type JsonObject = Record<string, unknown>;
type Reader = typeof import('@stoplight/http-spec/postman');

/** The part that we use of postman-collection. */
interface CollectionLibrary {
  readonly Collection: new (collection: JsonObject) => { toJSON(): JsonObject };
}

const READER = '@stoplight/http-spec/postman';
const require = createRequire(import.meta.url);

/**
 * Finds the Postman collection that a document is (https://schema.postman.com), or holds as Postman's
 * API gives it.
 */
export function findCollection(document: unknown): JsonObject | undefined {
  if (!isJsonObject(document)) return undefined;
  const { collection = document } = document;
  const isFound =
    isJsonObject(collection) && isJsonObject(collection.info) && Array.isArray(collection.item);
  return isFound ? collection : undefined;
}

/**
 * Converts a Postman collection (v2.0 or v2.1) to an OpenAPI document, as Prism reads it: schemas are
 * derived from bodies, and saved responses are examples under their names.
 *
 * Throws ContractError for a collection that cannot be read.
 */
export function convertCollection(document: JsonObject): JsonObject {
  try {
    return convert(document);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ContractError(`cannot be read as a Postman collection: ${reason}`, { cause: error });
  }
}

function convert(document: JsonObject): JsonObject {
  // Loaded on demand: it takes half a second, and few documents are collections.
  const reader: Reader = require(READER);
  const library: CollectionLibrary = createRequire(require.resolve(READER))('postman-collection');
  const collection = new library.Collection(document).toJSON();
  const saved = completeCollection(collection);
  const operations = reader.transformPostmanCollectionOperations(collection);
  const { name, version, description } = reader.transformPostmanCollectionService(collection);
  return {
    openapi: '3.2.0',
    info: { title: name, version, ...(description !== undefined && { description }) },
    paths: writePaths(operations, saved),
    components: { securitySchemes: Object.assign({}, ...operations.map(writeSchemes)) },
  };
}

function writePaths(
  operations: readonly IHttpOperation[],
  saved: readonly SavedResponse[],
): JsonObject {
  const paths = Map.groupBy(operations, pathOf);
  return Object.fromEntries(
    [...paths].map(([path, group]) => {
      const written = group.map((operation): [string, JsonObject] => [
        operation.method,
        writeOperation(operation, path, saved),
      ]);
      const others = written
        .filter(([method]) => !METHODS.includes(method))
        .map(([method, operation]) => [method.toUpperCase(), operation]);
      const own = written.filter(([method]) => METHODS.includes(method));
      return [
        path,
        { ...Object.fromEntries(own), additionalOperations: Object.fromEntries(others) },
      ];
    }),
  );
}

/** Path template; a variable that has no value in the collection is a parameter. */
function pathOf({ path }: IHttpOperation): string {
  return path.replaceAll(/\{\{([^{}]+)\}\}/g, '{$1}');
}

function writeSchemes(operation: IHttpOperation): JsonObject {
  return writeSecurity(operation).schemes;
}
