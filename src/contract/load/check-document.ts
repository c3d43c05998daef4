import { ContractError } from '../model/contract-error.ts';
import { listMembers, type Shape } from '../model/document-shape.ts';
import { escapeToken, isJsonObject } from '../model/json-cursor.ts';

type JsonObject = Record<string, unknown>;

/** Members that identify the kind of a document. */
const OTHER_KINDS = [
  'openapi',
  'swagger',
  'swaggerVersion',
  'asyncapi',
  'arazzo',
  'overlay',
  'openrpc',
];
/** Shapes that must be objects, because nothing can be served without them. */
const REQUIRED_OBJECTS: readonly Shape[] = ['paths', 'path-item', 'operations', 'operation'];
const KNOWN = 'OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0';

/** Returns the document. Throws ContractError unless its version is known. */
export function checkDocument(document: unknown): JsonObject {
  if (!isJsonObject(document)) {
    throw new ContractError(`expected an OpenAPI document, found ${describeType(document)}.`);
  }
  if (!isKnownVersion(document)) {
    throw new ContractError(`expected ${KNOWN}, found ${describeKind(document)}.`);
  }
  if (!['paths', 'webhooks', 'components'].some((member) => member in document)) {
    throw new ContractError('expected "paths", found none.');
  }
  return document;
}

/** Throws ContractError, with a pointer, when paths, path items or operations are not objects. */
export function checkPaths(node: unknown, shape: Shape = 'document', pointer = ''): void {
  if (!isJsonObject(node)) {
    throw new ContractError(`expected ${expectedAs(shape)}, found ${describeType(node)}.`, {
      pointer,
    });
  }
  for (const member of listMembers(node, shape)) {
    if (!REQUIRED_OBJECTS.includes(member.shape)) continue;
    checkPaths(member.node, member.shape, `${pointer}/${escapeToken(member.key)}`);
  }
}

function expectedAs(shape: Shape): string {
  if (shape === 'paths') return 'an object of paths';
  if (shape === 'operations') return 'an object of operations by method';
  return `an object as ${shape === 'operation' ? 'operation' : 'path item'}`;
}

function isKnownVersion({ openapi, swagger }: JsonObject): boolean {
  if (swagger === '2.0') return true;
  return typeof openapi === 'string' && /^3\.[012]\./.test(openapi);
}

function describeKind(document: JsonObject): string {
  if (Array.isArray(document.requests) && 'order' in document) {
    return 'a Postman collection of version 1, which Postman exports as v2.1';
  }
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
