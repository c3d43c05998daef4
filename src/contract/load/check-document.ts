import { ContractError } from '../model/contract-error.ts';
import { listMembers, type Shape } from '../model/document-shape.ts';
import { escapeToken, isJsonObject } from '../model/json-cursor.ts';

type JsonObject = Record<string, unknown>;

/** Members that identify the kind of a document. */
const OTHER_KINDS = ['openapi', 'swagger', 'asyncapi', 'arazzo', 'overlay', 'openrpc'];
/** Shapes that must be objects, because nothing can be served without them. */
const REQUIRED_OBJECTS: readonly Shape[] = ['paths', 'path-item', 'operation'];

/** Returns the document. Throws ContractError unless it is OpenAPI 3.0, 3.1 or Swagger 2.0. */
export function checkDocument(document: unknown): JsonObject {
  if (!isJsonObject(document)) {
    throw new ContractError(`expected an OpenAPI document, found ${describeType(document)}.`);
  }
  if (!isKnownVersion(document)) {
    throw new ContractError(
      `expected OpenAPI 3.0, 3.1 or Swagger 2.0, found ${describeKind(document)}.`,
    );
  }
  if (!['paths', 'webhooks', 'components'].some((member) => member in document)) {
    throw new ContractError('expected "paths", found none.');
  }
  return document;
}

/** Throws ContractError, with a pointer, when paths, path items or operations are not objects. */
export function checkPaths(node: unknown, shape: Shape = 'document', pointer = ''): void {
  if (!isJsonObject(node)) {
    const expected = shape === 'paths' ? 'an object of paths' : `an object as ${nameOf(shape)}`;
    throw new ContractError(`expected ${expected}, found ${describeType(node)}.`, { pointer });
  }
  for (const member of listMembers(node, shape)) {
    if (!REQUIRED_OBJECTS.includes(member.shape)) continue;
    checkPaths(member.node, member.shape, `${pointer}/${escapeToken(member.key)}`);
  }
}

function nameOf(shape: Shape): string {
  return shape === 'operation' ? 'operation' : 'path item';
}

function isKnownVersion({ openapi, swagger }: JsonObject): boolean {
  if (swagger === '2.0') return true;
  return typeof openapi === 'string' && /^3\.[01]\./.test(openapi);
}

function describeKind(document: JsonObject): string {
  if (isJsonObject(document.info) && Array.isArray(document.item)) return 'a Postman collection';
  const member = OTHER_KINDS.find((name) => name in document);
  if (member === undefined) return 'no "openapi" member';
  const version = document[member];
  return `"${member}: ${version}"${typeof version === 'string' ? '' : `, ${describeType(version)}`}`;
}

function describeType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
