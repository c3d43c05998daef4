import type {
  Operation,
  Parameter,
  ParameterPlace,
  Provenance,
  SecurityScheme,
} from '../model/contract.ts';
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
import { METHODS } from '../model/methods.ts';
import { findSchema } from '../model/read-schema.ts';
import { BROKEN_REFERENCE } from './bundle-sources.ts';
import {
  readExamples,
  readMedia,
  readProvenance,
  readRequestBody,
  readResponses,
} from './read-message.ts';
import { readSerialization } from './read-serialization.ts';

const PLACES: readonly ParameterPlace[] = ['path', 'query', 'querystring', 'header', 'cookie'];

/** Reads the operations of a bundled document in document order, from `paths` or `webhooks`. */
export function readOperations(document: unknown, section: 'paths' | 'webhooks'): Operation[] {
  const root = openDocument(document);
  return children(child(root, section)).flatMap(([path, item]) => {
    const layers = listLayers(item);
    return [...listMethods(layers)].map(([method, operation]) =>
      readOperation(root, path, layers, method, operation),
    );
  });
}

/** Operations of path items by method; one with a member of its own wins. */
function listMethods(layers: readonly JsonCursor[]): Map<string, JsonCursor> {
  const fixed = layers.flatMap((layer) => children(layer).filter(([key]) => METHODS.includes(key)));
  const known = new Map(fixed);
  const additional = layers.flatMap(readAdditional).filter(([method]) => !known.has(method));
  return new Map([...fixed, ...additional]);
}

/**
 * Operations of other methods, https://spec.openapis.org/oas/v3.2.0#path-item-additional-operations.
 * A method is case-sensitive, so only one that is sent in capitals has a name in lower case.
 */
function readAdditional(item: JsonCursor): [method: string, operation: JsonCursor][] {
  return children(child(item, 'additionalOperations')).map(([name, operation]) => [
    name === name.toUpperCase() ? name.toLowerCase() : name,
    operation,
  ]);
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
  if (!isParameterPlace(place)) {
    throw new ContractError(
      `"in" of parameter "${name}" must be path, query, querystring, header or cookie, got "${place}".`,
      { pointer: cursor.pointer },
    );
  }
  const schema = findSchema(cursor);
  const [content] = children(child(cursor, 'content'));
  return {
    ...readSerialization(cursor, name, place),
    required: place === 'path' || isFlag(cursor, 'required'),
    ...(isFlag(cursor, 'deprecated') && { deprecated: true }),
    ...(place === 'querystring' && content && { media: readMedia(...content) }),
    example: readExample(cursor) ?? (schema && readSchemaExample(schema)),
  };
}

function isParameterPlace(place: string | undefined): place is ParameterPlace {
  return PLACES.some((known) => known === place);
}

/** Example of the parameter, or of its content. */
function readExample(cursor: JsonCursor): unknown {
  const owners = [cursor, ...children(child(cursor, 'content')).map(([, media]) => media)];
  return owners
    .map((owner) => child(owner, 'example')?.node ?? readFirstValue(child(owner, 'examples')))
    .find((value) => value !== undefined);
}

function readFirstValue(examples: JsonCursor | undefined): unknown {
  return readExamples(examples).find(({ value }) => value !== undefined)?.value;
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
