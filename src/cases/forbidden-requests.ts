import type { ExampleRequest } from '../contract/example/example-request.ts';
import { createMatcher } from '../contract/match/match-operation.ts';
import type { Contract, Operation, Parameter } from '../contract/model/contract.ts';
import { createSchemaResolver } from '../contract/model/resolve-schema.ts';
import { listBrokenBodies, listUnknownTypes } from './broken-bodies.ts';
import { listBrokenTexts } from './broken-texts.ts';
import type { Breadth } from './broken-values.ts';
import { isReserved, type ValidRequest } from './make-request.ts';
import type { SchemaOracle } from './schema-oracle.ts';
import { type SentRequest, toSent } from './sent-request.ts';

/** Request that a contract forbids, ready to be sent. */
export interface ForbiddenRequest {
  readonly title: string;
  readonly operation: Operation;
  readonly sent: SentRequest;
}

/** What is known of an API, and how much is asked for. */
export interface ForbiddenOptions {
  /** Valid requests, by the pointers of their operations; others are passed over. */
  readonly requests: ReadonlyMap<string, ValidRequest>;
  readonly oracle: SchemaOracle;
  /** Whether a place is broken in every way that is known, or in one. */
  readonly breadth: Breadth;
  /** Whether to send bodies in media types that no operation takes. */
  readonly withUnknownTypes: boolean;
}

/** Lists requests that a contract forbids, each of which differs from a valid one in one way. */
export function listForbiddenRequests(
  contract: Contract,
  { requests, oracle, breadth, withUnknownTypes }: ForbiddenOptions,
): ForbiddenRequest[] {
  const resolve = createSchemaResolver(contract.document);
  const match = createMatcher(contract);
  return contract.operations.flatMap((operation) => {
    const valid = requests.get(operation.pointer);
    if (valid === undefined) return [];
    const found = [
      ...withoutCredentials(operation, valid),
      ...withoutRequired(operation, valid),
      ...withBrokenParameters(operation, valid),
      ...listBrokenBodies(operation, valid, { oracle, resolve, breadth }),
      ...(withUnknownTypes ? listUnknownTypes(operation, valid) : []),
    ];
    return found
      .filter(({ sent }) => isFor(operation, sent))
      .map(({ what, sent }) => ({ title: `${operation.id}: ${what}`, operation, sent }));
  });

  function withBrokenParameters(operation: Operation, valid: ValidRequest): Forbidden[] {
    return operation.parameters.flatMap((parameter) =>
      listBrokenTexts(parameter, { oracle, resolve, breadth }).map((text) => ({
        what: `${parameter.name}=${text.slice(0, 12)}`,
        sent: toSent(withValue(valid.request, parameter, text), valid.written),
      })),
    );
  }

  /** With another value or without one, a request may be for another operation, which allows it. */
  function isFor(operation: Operation, { method, target, headers }: SentRequest): boolean {
    const [path = '', query = ''] = target.split(/\?(.*)/s);
    const sent = { query: new URLSearchParams(query), headers: new Headers(headers) };
    const found = match(method, path, sent);
    return found.kind !== 'operation' || found.operation === operation;
  }
}

interface Forbidden {
  readonly what: string;
  readonly sent: SentRequest;
}

function withoutCredentials(
  operation: Operation,
  { anonymous, written }: ValidRequest,
): Forbidden[] {
  const { security } = operation;
  const isOpen = security.length === 0 || security.some((all) => all.length === 0);
  // A certificate is no part of a request, and a parameter may carry the key as well.
  const isUnseen = security.some((all) =>
    all.every(({ type, parameter = '' }) => type === 'mutualTLS' || isSentIn(anonymous, parameter)),
  );
  if (isOpen || isUnseen) return [];
  return [{ what: 'no credentials', sent: toSent(anonymous, written) }];
}

function isSentIn({ query, headers }: ExampleRequest, name: string): boolean {
  const names = [...Object.keys(query), ...Object.keys(headers)];
  return names.some((one) => one.toLowerCase() === name.toLowerCase());
}

function withoutRequired(operation: Operation, valid: ValidRequest): Forbidden[] {
  const { request, written } = valid;
  const parameters = operation.parameters
    .filter((parameter) => parameter.required && !isReserved(parameter))
    .filter(({ in: place }) => place === 'query' || place === 'header')
    .map((parameter) => ({
      what: `no ${parameter.name}`,
      sent: toSent(without(request, parameter), written),
    }));
  if (operation.body?.required !== true || written === undefined) return parameters;
  return [...parameters, { what: 'no body', sent: toSent(withoutBody(request)) }];
}

function withoutBody({ body: _, mediaType: __, ...request }: ExampleRequest): ExampleRequest {
  return request;
}

function without(request: ExampleRequest, { name, in: place }: Parameter): ExampleRequest {
  if (place === 'header') return { ...request, headers: omit(request.headers, name) };
  return { ...request, query: omit(request.query, name) };
}

function omit(object: Readonly<Record<string, unknown>>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}

function withValue(
  request: ExampleRequest,
  { name, in: place }: Parameter,
  text: string,
): ExampleRequest {
  if (place === 'path') {
    return { ...request, pathParameters: { ...request.pathParameters, [name]: text } };
  }
  if (place === 'header') return { ...request, headers: { ...request.headers, [name]: text } };
  return { ...request, query: { ...request.query, [name]: text } };
}
