import type { Operation, Parameter, SecurityScheme } from '../model/contract.ts';
import { nameVariable, splitPathKey } from '../model/path-key.ts';
import { sampleValue } from './sample-value.ts';
import { writeField, writePairs, writeQuery, writeSegment } from './write-value.ts';

/** Request built from the examples of an operation, not yet encoded. */
export interface ExampleRequest {
  readonly method: string;
  /** Path template. */
  readonly path: string;
  readonly pathParameters: Readonly<Record<string, unknown>>;
  /** Required query parameters. */
  readonly query: Readonly<Record<string, unknown>>;
  /** Required value of the whole query, encoded. */
  readonly querystring?: string;
  /** Required header parameters, and required cookies as `Cookie`. */
  readonly headers: Readonly<Record<string, unknown>>;
  /** Parameters of the operation, which define how values are serialized. */
  readonly parameters: readonly Parameter[];
  /** First request example; absent when the operation has none. */
  readonly body?: unknown;
  readonly mediaType?: string;
}

/**
 * Builds a request from the examples of an operation's required parameters and its first body
 * example.
 *
 * A parameter without an example gets a value of its type, or its own name when the schema has no
 * type.
 */
export function createExampleRequest(operation: Operation): ExampleRequest {
  const media = operation.body?.content[0];
  const example = media?.examples[0];
  return {
    method: operation.method.toUpperCase(),
    path: operation.path,
    pathParameters: requiredExamples(operation, 'path'),
    query: requiredExamples(operation, 'query'),
    ...writeQuerystring(operation),
    headers: { ...writeHeaders(operation), ...writeCookies(operation) },
    parameters: operation.parameters,
    ...(media !== undefined &&
      example !== undefined && { body: example.value, mediaType: media.type }),
  };
}

function requiredExamples(operation: Operation, place: Parameter['in']): Record<string, unknown> {
  return Object.fromEntries(
    listRequired(operation, place).map((parameter) => [parameter.name, exampleOf(parameter)]),
  );
}

function listRequired({ parameters }: Operation, place: Parameter['in']): Parameter[] {
  return parameters.filter((parameter) => parameter.in === place && parameter.required);
}

function exampleOf({ name, example, schema }: Parameter): unknown {
  return example ?? sampleValue(schema.schema, name);
}

function writeQuerystring(operation: Operation): { querystring?: string } {
  const [parameter] = listRequired(operation, 'querystring');
  return parameter === undefined
    ? {}
    : { querystring: writeQuery(parameter, exampleOf(parameter)) };
}

/** Serializes lists and objects, because no client does; scalars are left to the client. */
function writeHeaders(operation: Operation): Record<string, unknown> {
  return Object.fromEntries(
    listRequired(operation, 'header').map((parameter) => {
      const value = exampleOf(parameter);
      const isPlain = typeof value !== 'object' && parameter.mediaType === undefined;
      return [parameter.name, isPlain ? value : writeField(parameter, value)];
    }),
  );
}

function writeCookies(operation: Operation): Record<string, string> {
  const pairs = listRequired(operation, 'cookie').flatMap((parameter) =>
    // https://spec.openapis.org/oas/v3.2.0#style-values: style `cookie` escapes nothing.
    writePairs(
      parameter,
      exampleOf(parameter),
      parameter.style === 'cookie' ? undefined : encodeURIComponent,
    ),
  );
  const cookies = pairs.map(([name, text]) => `${name}=${text}`);
  return cookies.length === 0 ? {} : { Cookie: cookies.join('; ') };
}

/** Parameter in a path key. */
const VARIABLE = /\{([^{}]+)\}/g;

/** Formats path and query below the base URL, percent-encoded, each parameter in its style. */
export function formatTarget(request: ExampleRequest): string {
  const { path, pathParameters, query } = request;
  const key = splitPathKey(path);
  const fill = (_: string, variable: string) => {
    const name = nameVariable(variable, (known) => known in pathParameters);
    return writeSegment(styleOf(request, 'path', name), pathParameters[name]);
  };
  const filled = key.template.replaceAll(VARIABLE, fill);
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    writePairs(styleOf(request, 'query', name), value),
  );
  const ownQuery = key.query.replaceAll(VARIABLE, (variable, name: string) =>
    name in pathParameters ? fill(variable, name) : '',
  );
  const ownPairs = [...new URLSearchParams(ownQuery)].filter(([name]) => !(name in query));
  const search = [request.querystring, new URLSearchParams([...ownPairs, ...pairs]).toString()]
    .filter((text) => text !== undefined && text !== '')
    .join('&');
  return search === '' ? filled : `${filled}?${search}`;
}

/** Serialization of a parameter; one that the operation does not declare has the defaults. */
function styleOf({ parameters }: ExampleRequest, place: 'path' | 'query', name: string) {
  const known = parameters.find((parameter) => parameter.in === place && parameter.name === name);
  return known ?? { name, style: place === 'path' ? 'simple' : 'form', explode: place === 'query' };
}

/** Adds dummyCredential credentials for the first security alternative, in headers or the query. */
export function withDummyCredentials(
  request: ExampleRequest,
  operation: Operation,
): ExampleRequest {
  const schemes = operation.security[0] ?? [];
  const pick = (place: string): Record<string, string> =>
    Object.fromEntries(schemes.flatMap((scheme) => dummyCredential(scheme, place)));
  const credentials = pick('header');
  const cookies = [request.headers.Cookie, credentials.Cookie].filter((text) => text !== undefined);
  return {
    ...request,
    headers: {
      ...credentials,
      ...request.headers,
      ...(cookies.length > 0 && { Cookie: cookies.join('; ') }),
    },
    query: { ...request.query, ...pick('query') },
  };
}

function dummyCredential(scheme: SecurityScheme, place: string): [string, string][] {
  if (scheme.type === 'apiKey') return dummyKey(scheme, place);
  if (scheme.type === 'mutualTLS') return [];
  // `x:x` in base64.
  const credentials = scheme.scheme === 'basic' ? 'Basic eDp4' : 'Bearer x';
  return place === 'header' ? [['Authorization', credentials]] : [];
}

function dummyKey({ in: own, parameter = '' }: SecurityScheme, place: string): [string, string][] {
  if (own === 'cookie') return place === 'header' ? [['Cookie', `${parameter}=x`]] : [];
  return own === place ? [[parameter, 'x']] : [];
}
