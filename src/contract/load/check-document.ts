import { ContractError } from '../model/contract-error.ts';
import { listMembers, type Shape } from '../model/document-shape.ts';
import { FLAW } from '../model/flaw.ts';
import { escapeToken, isJsonObject } from '../model/json-cursor.ts';
import { describeType } from './describe-type.ts';
import { STRICT, type Tolerance } from './tolerance.ts';

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
/** Shapes that must be objects, because nothing can be served without them, and what is expected. */
const REQUIRED_OBJECTS: Partial<Record<Shape, string>> = {
  'path-item': 'an object as path item',
  operations: 'an object of operations by method',
  operation: 'an object as operation',
};
/** Versions that are clear although they are numbers, or too short. */
const NUMBERS: ReadonlyMap<number, string> = new Map([
  [2, '2.0'],
  [3, '3.0.0'],
  [3.1, '3.1.0'],
  [3.2, '3.2.0'],
]);
const KNOWN = 'OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0';

/** Returns the document. Throws ContractError unless its version is known. */
export function checkDocument(document: unknown, tolerance = STRICT): JsonObject {
  if (!isJsonObject(document)) {
    throw new ContractError(`expected an OpenAPI document, found ${describeType(document)}.`);
  }
  tolerance.attempt(
    () => checkVersion(document),
    (error) => completeVersion(document, error),
  );
  if (!['paths', 'webhooks', 'components'].some((member) => member in document)) {
    throw new ContractError('expected "paths", found none.');
  }
  return document;
}

function checkVersion(document: JsonObject): void {
  if (!isKnownVersion(document)) {
    throw new ContractError(`expected ${KNOWN}, found ${describeKind(document)}.`, {
      pointer: pointerOfKind(document),
      remedy: 'Write the version in full and in quotes, such as "3.1.0".',
    });
  }
}

/** Completes a version that is clear. Throws the error of any other one. */
function completeVersion(document: JsonObject, error: ContractError): void {
  const member = 'swagger' in document ? 'swagger' : 'openapi';
  const version = NUMBERS.get(Number(document[member]));
  if (version === undefined) throw error;
  document[member] = version;
}

/**
 * Checks that paths, path items and operations are objects. Throws ContractError, with a pointer, or
 * marks the flaw where that is tolerated.
 */
export function checkPaths(document: JsonObject, tolerance: Tolerance = STRICT): void {
  for (const { key, node, shape } of listMembers(document, 'document')) {
    if (shape !== 'paths') continue;
    const pointer = `/${escapeToken(key)}`;
    if (!isJsonObject(node))
      throw new ContractError(expected('an object of paths', node), { pointer });
    checkMembers(node, shape, pointer, tolerance);
  }
}

function checkMembers(owner: JsonObject, shape: Shape, above: string, tolerance: Tolerance): void {
  for (const { key, node, shape: below } of listMembers(owner, shape)) {
    const name = REQUIRED_OBJECTS[below];
    if (name === undefined) continue;
    const pointer = `${above}/${escapeToken(key)}`;
    tolerance.attempt(
      () => {
        if (!isJsonObject(node)) throw new ContractError(expected(name, node), { pointer });
        checkMembers(node, below, pointer, tolerance);
      },
      ({ message }) => {
        owner[key] = { [FLAW]: message };
      },
    );
  }
}

function expected(what: string, found: unknown): string {
  return `expected ${what}, found ${describeType(found)}.`;
}

function isKnownVersion({ openapi, swagger }: JsonObject): boolean {
  if (swagger === '2.0') return true;
  return typeof openapi === 'string' && /^3\.[012]\./.test(openapi);
}

function pointerOfKind(document: JsonObject): string {
  const member = OTHER_KINDS.find((name) => name in document);
  return member === undefined ? '' : `/${member}`;
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
