import type { Operation, Parameter, Provenance, SecurityScheme } from '../model/contract.ts';
import { ContractError } from '../model/contract-error.ts';
import {
  child,
  children,
  dereference,
  descend,
  isFlag,
  type JsonCursor,
  jump,
  openDocument,
  text,
} from '../model/json-cursor.ts';
import { findSchema } from '../model/read-schema.ts';
import { BROKEN_REFERENCE } from './bundle-sources.ts';
import { readExamples, readProvenance, readRequestBody, readResponses } from './read-message.ts';
import { readSerialization } from './read-serialization.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Reads the operations of a bundled document in document order, from `paths` or `webhooks`. */
export function readOperations(document: unknown, section: 'paths' | 'webhooks'): Operation[] {
  const root = openDocument(document);
  return children(child(root, section)).flatMap(([path, item]) => {
    const layers = listLayers(item);
    const methods = new Map(
      layers.flatMap((layer) => children(layer).filter(([key]) => METHODS.includes(key))),
    );
    return [...methods].map(([method, operation]) =>
      readOperation(root, path, layers, method, operation),
    );
  });
}

/**
 * A path item after the one that it refers to. What is written beside `$ref` wins, which OpenAPI
 * leaves undefined: https://spec.openapis.org/oas/v3.1.1#path-item-object.
 */
function listLayers(item: JsonCursor, seen: readonly string[] = []): JsonCursor[] {
  const ref = text(item, '$ref');
  if (ref === undefined) return [item];
  if (seen.includes(ref)) throw new ContractError(`"${ref}" refers to itself.`);
  return [...listLayers(jump(item.document, ref), [...seen, ref]), item];
}

function readOperation(
  root: JsonCursor,
  path: string,
  layers: readonly JsonCursor[],
  method: string,
  operation: JsonCursor,
): Operation {
  return {
    id: text(operation, 'operationId') ?? `${method} ${path}`,
    method,
    path,
    pointer: operation.pointer,
    summary: text(operation, 'summary') ?? '',
    provenance: provenanceOf(operation),
    parameters: readParameters([...layers, operation]),
    body: readRequestBody(child(operation, 'requestBody')),
    responses: readResponses(child(operation, 'responses')),
    security: readSecurity(root, operation),
  };
}

function provenanceOf(cursor: JsonCursor): Provenance | undefined {
  return readProvenance(child(cursor, 'x-provenance'));
}

/**
 * Merges the parameters of path items and an operation; the last one with a location and name wins.
 */
function readParameters(owners: readonly JsonCursor[]): Parameter[] {
  const all = owners.flatMap((owner) =>
    children(child(owner, 'parameters'))
      .map(([, cursor]) => dereference(cursor))
      .filter((cursor) => child(cursor, BROKEN_REFERENCE) === undefined)
      .map(readParameter),
  );
  return [
    ...new Map(all.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values(),
  ];
}

function readParameter(cursor: JsonCursor): Parameter {
  const name = text(cursor, 'name') ?? '';
  const place = text(cursor, 'in');
  if (place !== 'path' && place !== 'query' && place !== 'header' && place !== 'cookie') {
    throw new ContractError(
      `"in" of parameter "${name}" must be path, query, header or cookie, got "${place}".`,
      { pointer: cursor.pointer },
    );
  }
  const schema = findSchema(cursor);
  return {
    ...readSerialization(cursor, name, place),
    required: place === 'path' || isFlag(cursor, 'required'),
    ...(isFlag(cursor, 'deprecated') && { deprecated: true }),
    example: readExample(cursor) ?? (schema && readSchemaExample(schema)),
  };
}

function readExample(cursor: JsonCursor): unknown {
  return child(cursor, 'example')?.node ?? readExamples(child(cursor, 'examples'))[0]?.value;
}

function readSchemaExample(schema: JsonCursor): unknown {
  const example = descend(schema, 'examples', 0) ?? child(schema, 'example');
  return (example ?? child(schema, 'default'))?.node;
}

function readSecurity(root: JsonCursor, operation: JsonCursor): SecurityScheme[][] {
  const alternatives = child(operation, 'security') ?? child(root, 'security');
  return children(alternatives).map(([, alternative]) =>
    children(alternative).map(([name, { pointer }]) => readSecurityScheme(root, name, pointer)),
  );
}

function readSecurityScheme(root: JsonCursor, name: string, pointer: string): SecurityScheme {
  const declared = descend(root, 'components', 'securitySchemes', name);
  if (declared === undefined) {
    throw new ContractError(`Security scheme "${name}" is used but not declared in components.`, {
      pointer,
    });
  }
  const scheme = dereference(declared);
  return {
    name,
    type: text(scheme, 'type') ?? '',
    in: text(scheme, 'in'),
    parameter: text(scheme, 'name'),
    scheme: text(scheme, 'scheme')?.toLowerCase(),
  };
}
