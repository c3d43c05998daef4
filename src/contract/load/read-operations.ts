import type {
  Operation,
  Parameter,
  ParameterPlace,
  Provenance,
  SecurityScheme,
} from '../model/contract.ts';
import { ContractError } from '../model/contract-error.ts';
import { isFieldName } from '../model/header-reader.ts';
import {
  child,
  children,
  dataAt,
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
import {
  readExamples,
  readMedia,
  readProvenance,
  readRequestBody,
  readResponses,
} from './read-message.ts';
import { readSerialization } from './read-serialization.ts';
import { requireObject } from './require-object.ts';
import { STRICT, type Tolerance } from './tolerance.ts';

const PLACES: readonly ParameterPlace[] = ['path', 'query', 'querystring', 'header', 'cookie'];

/**
 * Reads the operations of a bundled document in document order, from `paths` or `webhooks`.
 *
 * Throws ContractError for a part that cannot be read; a tolerance may put another in its place:
 * parameters, headers and security schemes are left out, responses, operations and path items say
 * what is wrong with them.
 */
export function readOperations(
  document: unknown,
  section: 'paths' | 'webhooks',
  tolerance: Tolerance = STRICT,
): Operation[] {
  const root = openDocument(document);
  const items = children(child(root, section)).filter(([name]) => !name.startsWith('x-'));
  return items.flatMap(([name, item]) => {
    const path = section === 'paths' ? readPath(name, item, tolerance) : name;
    return tolerance.attempt(
      () => readPathItem(root, path, item, tolerance),
      (error) => METHODS.map((method) => readAsFlawed(path, method, item.pointer, error)),
    );
  });
}

/** A path begins with a slash, https://spec.openapis.org/oas/v3.1.1#paths-object. */
function readPath(name: string, { pointer }: JsonCursor, { note }: Tolerance): string {
  if (name.startsWith('/')) return name;
  const problem = `expected a path that begins with a slash, found "${name}".`;
  note({ pointer, problem, remedy: `Write "/${name}".` });
  return `/${name}`;
}

function readPathItem(
  root: JsonCursor,
  path: string,
  item: JsonCursor,
  tolerance: Tolerance,
): Operation[] {
  const layers = listLayers(item);
  return [...listMethods(layers)].map(([method, operation]) =>
    tolerance.attempt(
      () => readOperation(root, path, layers, method, operation, tolerance),
      (error) => readAsFlawed(path, method, operation.pointer, error),
    ),
  );
}

/** Operation of which nothing but its method and path can be known. */
function readAsFlawed(
  path: string,
  method: string,
  pointer: string,
  { message: problem, pointer: place = pointer }: ContractError,
): Operation {
  return {
    id: `${method} ${path}`,
    method,
    path,
    pointer,
    summary: '',
    provenance: undefined,
    parameters: [],
    body: undefined,
    responses: [],
    security: [],
    flaw: { pointer: place, problem },
  };
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
  const ref = text(requireObject(item, 'path item'), '$ref');
  if (ref === undefined) return [item];
  const { document, pointer } = item;
  if (seen.includes(ref)) throw new ContractError(`"${ref}" refers to itself.`, { pointer });
  return [...listLayers(jump(document, ref, pointer), [...seen, ref]), item];
}

function readOperation(
  root: JsonCursor,
  path: string,
  layers: readonly JsonCursor[],
  method: string,
  operation: JsonCursor,
  tolerance: Tolerance,
): Operation {
  requireObject(operation, 'operation');
  return {
    id: text(operation, 'operationId') ?? `${method} ${path}`,
    method,
    path,
    pointer: operation.pointer,
    summary: text(operation, 'summary') ?? '',
    provenance: provenanceOf(operation),
    parameters: readParameters([...layers, operation], tolerance),
    body: readRequestBody(child(operation, 'requestBody')),
    responses: readResponses(child(operation, 'responses'), tolerance),
    security: readSecurity(root, operation, tolerance),
  };
}

function provenanceOf(cursor: JsonCursor): Provenance | undefined {
  return readProvenance(child(cursor, 'x-provenance'));
}

/**
 * Merges the parameters of path items and an operation; the last one with a location and name wins.
 */
function readParameters(owners: readonly JsonCursor[], { attempt }: Tolerance): Parameter[] {
  const all = owners.flatMap((owner) =>
    children(child(owner, 'parameters')).flatMap(([, cursor]) =>
      attempt(
        () => [readParameter(requireObject(dereference(cursor), 'parameter'))],
        () => [],
      ),
    ),
  );
  return [
    ...new Map(all.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values(),
  ];
}

function readParameter(cursor: JsonCursor): Parameter {
  const name = readName(cursor);
  const place = text(cursor, 'in');
  if (!isParameterPlace(place)) {
    throw new ContractError(
      `"in" of parameter "${name}" must be path, query, querystring, header or cookie, got "${place}".`,
      { pointer: cursor.pointer, remedy: 'Correct it; until then the parameter is ignored.' },
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

/** Name of a parameter or API key; that of a header is a token, https://www.rfc-editor.org/rfc/rfc9110#section-5.1. */
function readName(cursor: JsonCursor): string {
  const name = text(cursor, 'name') ?? '';
  const isName = text(cursor, 'in') === 'header' ? isFieldName(name) : name !== '';
  if (isName) return name;
  const { pointer } = cursor;
  throw new ContractError(`expected a name, found ${JSON.stringify(name)}.`, {
    pointer,
    remedy: 'Correct it; until then it is ignored.',
  });
}

function isParameterPlace(place: string | undefined): place is ParameterPlace {
  return PLACES.some((known) => known === place);
}

/** Example of the parameter, or of its content. */
function readExample(cursor: JsonCursor): unknown {
  const owners = [cursor, ...children(child(cursor, 'content')).map(([, media]) => media)];
  return owners
    .map((owner) => dataAt(owner, 'example')?.node ?? readFirstValue(child(owner, 'examples')))
    .find((value) => value !== undefined);
}

function readFirstValue(examples: JsonCursor | undefined): unknown {
  return readExamples(examples).find(({ value }) => value !== undefined)?.value;
}

function readSchemaExample(schema: JsonCursor): unknown {
  const examples = dataAt(schema, 'examples');
  const example = (examples && dataAt(examples, 0)) ?? dataAt(schema, 'example');
  return (example ?? dataAt(schema, 'default'))?.node;
}

function readSecurity(
  root: JsonCursor,
  operation: JsonCursor,
  { attempt }: Tolerance,
): SecurityScheme[][] {
  const alternatives = child(operation, 'security') ?? child(root, 'security');
  return children(alternatives).map(([, alternative]) =>
    children(alternative).flatMap(([name, { pointer }]) =>
      attempt(
        () => [readSecurityScheme(root, name, pointer)],
        () => [],
      ),
    ),
  );
}

function readSecurityScheme(root: JsonCursor, name: string, pointer: string): SecurityScheme {
  const declared = descend(root, 'components', 'securitySchemes', name);
  if (declared === undefined) {
    throw new ContractError(`Security scheme "${name}" is used but not declared in components.`, {
      pointer,
      remedy: 'Declare it or correct its name; until then no credentials are asked for by it.',
    });
  }
  const scheme = requireObject(dereference(declared), 'security scheme');
  const type = text(scheme, 'type') ?? '';
  return {
    name,
    type,
    in: text(scheme, 'in'),
    parameter: type === 'apiKey' ? readName(scheme) : text(scheme, 'name'),
    scheme: text(scheme, 'scheme')?.toLowerCase(),
  };
}
