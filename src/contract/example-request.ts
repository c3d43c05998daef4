import type { Operation, Parameter, SecurityScheme } from './contract.ts';

/** Request that an operation's own examples make up, in parts that are not yet encoded. */
export interface ExampleRequest {
  readonly method: string;
  /** Path template. */
  readonly path: string;
  readonly pathParameters: Readonly<Record<string, unknown>>;
  /** Required query parameters. */
  readonly query: Readonly<Record<string, unknown>>;
  /** Required header parameters. */
  readonly headers: Readonly<Record<string, unknown>>;
  /** First request example; absent when the operation has none. */
  readonly body?: unknown;
  readonly mediaType?: string;
}

/**
 * Builds the request of an operation from the examples of its required parameters and its first body example.
 *
 * A parameter without an example has its own name as its value.
 */
export function createExampleRequest(operation: Operation): ExampleRequest {
  const media = operation.body?.content[0];
  const example = media?.examples[0];
  return {
    method: operation.method.toUpperCase(),
    path: operation.path,
    pathParameters: requiredExamples(operation, 'path'),
    query: requiredExamples(operation, 'query'),
    headers: requiredExamples(operation, 'header'),
    ...(media !== undefined &&
      example !== undefined && { body: example.value, mediaType: media.type }),
  };
}

function requiredExamples(operation: Operation, place: Parameter['in']): Record<string, unknown> {
  return Object.fromEntries(
    operation.parameters
      .filter((parameter) => parameter.in === place && parameter.required)
      .map(({ name, example }) => [name, example ?? name]),
  );
}

/** Path and query below the base URL, percent-encoded. */
export function formatTarget({ path, pathParameters, query }: ExampleRequest): string {
  const filled = path.replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(String(pathParameters[name])),
  );
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, String(value)]),
  ).toString();
  return search === '' ? filled : `${filled}?${search}`;
}

/** Adds made-up credentials of the operation's first security alternative, in headers or the query. */
export function withDummyCredentials(
  request: ExampleRequest,
  operation: Operation,
): ExampleRequest {
  const schemes = operation.security[0] ?? [];
  const pick = (place: string) =>
    Object.fromEntries(schemes.flatMap((scheme) => dummy(scheme, place)));
  return {
    ...request,
    headers: { ...pick('header'), ...request.headers },
    query: { ...request.query, ...pick('query') },
  };
}

function dummy(scheme: SecurityScheme, place: string): [string, string][] {
  if (scheme.type === 'apiKey') return dummyKey(scheme, place);
  if (scheme.type === 'mutualTLS') return [];
  const name = scheme.scheme === 'basic' ? 'Basic' : 'Bearer';
  return place === 'header' ? [['Authorization', `${name} x`]] : [];
}

function dummyKey({ in: own, parameter = '' }: SecurityScheme, place: string): [string, string][] {
  if (own === 'cookie') return place === 'header' ? [['Cookie', `${parameter}=x`]] : [];
  return own === place ? [[parameter, 'x']] : [];
}
