import { copyJson, copyObject } from '../model/copy-json.ts';
import { FLAW } from '../model/flaw.ts';
import { isJsonObject, jump } from '../model/json-cursor.ts';

type JsonObject = Record<string, unknown>;

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'];

/**
 * Inlines the shared bodies and responses of a Swagger 2.0 document into each operation that uses
 * them.
 *
 * Their media types depend on the operation (`consumes`, `produces`), so in OpenAPI 3 operations
 * cannot share them. Returns a copy in which no object occurs twice.
 */
export function inlineSharedMessages(document: JsonObject): JsonObject {
  const copy = copyObject(document);
  for (const item of objectsIn(copy.paths)) {
    const shared = readParameters(copy, item);
    for (const method of METHODS) {
      const operation = item[method];
      if (isJsonObject(operation)) inlineOperation(copy, operation, shared.filter(isBody));
    }
    if (Array.isArray(item.parameters))
      item.parameters = shared.filter((parameter) => !isBody(parameter));
  }
  return copy;
}

function inlineOperation(document: JsonObject, operation: JsonObject, shared: JsonObject[]): void {
  const own = readParameters(document, operation);
  const inherited = shared.filter((parameter) => !own.some((other) => isSame(parameter, other)));
  if (Array.isArray(operation.parameters) || inherited.length > 0) {
    operation.parameters = [...inherited.map(copyJson), ...own];
  }
  if (!isJsonObject(operation.responses)) return;
  for (const [status, response] of Object.entries(operation.responses)) {
    operation.responses[status] = resolve(document, response, '#/responses/');
  }
}

/**
 * Parameters of a path item or operation without those that cannot be read; a reference is followed
 * only if it leads to a body.
 */
function readParameters(document: JsonObject, owner: JsonObject): JsonObject[] {
  if (!Array.isArray(owner.parameters)) return [];
  const readable = owner.parameters.filter(isJsonObject).filter((one) => !(FLAW in one));
  return readable.map((parameter) => {
    const target = resolve(document, parameter, '#/parameters/');
    return isJsonObject(target) && isBody(target) ? target : parameter;
  });
}

function resolve(document: JsonObject, node: unknown, section: string): unknown {
  if (!isJsonObject(node) || typeof node.$ref !== 'string' || !node.$ref.startsWith(section)) {
    return node;
  }
  return resolve(document, copyJson(jump(document, node.$ref).node), section);
}

function isBody(parameter: JsonObject): boolean {
  return parameter.in === 'body' || parameter.in === 'formData';
}

/** An operation has one body, and one form field per name. */
function isSame(one: JsonObject, other: JsonObject): boolean {
  return one.in === other.in && (one.in === 'body' || one.name === other.name);
}

function objectsIn(node: unknown): JsonObject[] {
  return isJsonObject(node) ? Object.values(node).filter(isJsonObject) : [];
}
