import {
  createExampleRequest,
  type ExampleRequest,
  formatTarget,
  withDummyCredentials,
} from '../../../src/contract/example/example-request.ts';
import { coerceScalar, schemaTypes } from '../../../src/contract/model/coerce-scalar.ts';
import type { Contract, Operation, Parameter } from '../../../src/contract/model/contract.ts';
import { isJsonObject, jump } from '../../../src/contract/model/json-cursor.ts';
import { createSchemaResolver } from '../../../src/contract/model/resolve-schema.ts';
import { createSchemaOracle, type SchemaOracle } from './schema-oracle.ts';
import { writeBody } from './write-body.ts';

/** Request that a contract forbids, ready to be sent. */
export interface ForbiddenRequest {
  readonly title: string;
  readonly operation: Operation;
  readonly target: string;
  readonly init: RequestInit;
}

/** Values of every kind; those that a schema refuses make forbidden requests. */
const CANDIDATES = [null, true, -1, 0, 1.5, 1e9, '', '!', 'x'.repeat(3000), [], {}];

/** Every request of a contract that differs from an example in one forbidden way. */
export function listForbiddenRequests(contract: Contract): ForbiddenRequest[] {
  const oracle = createSchemaOracle(contract);
  return contract.operations.flatMap((operation) => [
    ...withoutCredentials(operation),
    ...withoutRequired(operation),
    ...withBrokenParameters(contract, operation, oracle),
    ...withBrokenBodies(contract, operation, oracle),
  ]);
}

function withoutCredentials(operation: Operation): ForbiddenRequest[] {
  const isOpen =
    operation.security.length === 0 || operation.security.some((all) => all.length === 0);
  return isOpen ? [] : [forbid(operation, 'no credentials', createExampleRequest(operation))];
}

function withoutRequired(operation: Operation): ForbiddenRequest[] {
  const request = withDummyCredentials(createExampleRequest(operation), operation);
  const parameters = operation.parameters
    .filter((parameter) => parameter.required && parameter.in !== 'path')
    .map((parameter) => forbid(operation, `no ${parameter.name}`, without(request, parameter)));
  const { body: _, ...empty } = request;
  return operation.body?.required
    ? [...parameters, forbid(operation, 'no body', empty)]
    : parameters;
}

function withBrokenParameters(contract: Contract, operation: Operation, oracle: SchemaOracle) {
  const request = withDummyCredentials(createExampleRequest(operation), operation);
  const resolve = createSchemaResolver(contract.document);
  return operation.parameters.flatMap((parameter) => {
    const types = schemaTypes(parameter.schema.schema, resolve);
    const texts = CANDIDATES.filter((value) => value !== null && typeof value !== 'object').map(
      String,
    );
    const broken = texts.filter(
      (text) =>
        (parameter.in !== 'path' || text !== '') &&
        oracle(parameter.schema, coerceScalar(text, types)).length > 0,
    );
    return broken.map((text) =>
      forbid(
        operation,
        `${parameter.name}=${text.slice(0, 12)}`,
        withValue(request, parameter, text),
      ),
    );
  });
}

function withBrokenBodies(contract: Contract, operation: Operation, oracle: SchemaOracle) {
  const request = withDummyCredentials(createExampleRequest(operation), operation);
  const schema = operation.body?.content[0]?.schema;
  const { body, mediaType = '' } = request;
  if (schema === undefined || !isJsonObject(body)) return [];
  const isForm = mediaType.includes('form');
  const candidates = isForm ? CANDIDATES.filter((value) => typeof value === 'string') : CANDIDATES;
  const names = Object.keys(propertiesOf(contract, schema.pointer));
  const members = names.flatMap((name) => [
    ...candidates.map((value) => ({
      title: `${name}: ${show(value)}`,
      body: { ...body, [name]: value },
    })),
    { title: `no ${name}`, body: omit(body, name) },
  ]);
  const wholes = isForm ? [] : CANDIDATES.filter((value) => !isJsonObject(value));
  const bodies = [
    ...members,
    ...wholes.map((value) => ({ title: `body ${show(value)}`, body: value })),
  ];
  const broken = bodies
    .filter(({ body: value }) => oracle(schema, value).length > 0)
    .map(({ title, body: value }) => forbid(operation, title, { ...request, body: value }));
  return isForm ? broken : [...broken, withBrokenSyntax(operation, request)];
}

function withBrokenSyntax(operation: Operation, request: ExampleRequest): ForbiddenRequest {
  const { title, target, init } = forbid(operation, 'unparsable body', request);
  return { title, operation, target, init: { ...init, body: '{"unclosed": ' } };
}

function propertiesOf(contract: Contract, pointer: string): Record<string, unknown> {
  const { node } = jump(contract.document, `#${pointer}`);
  return isJsonObject(node) && isJsonObject(node.properties) ? node.properties : {};
}

function forbid(operation: Operation, what: string, request: ExampleRequest): ForbiddenRequest {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  const hasBody = 'body' in request;
  return {
    title: `${operation.id}: ${what}`,
    operation,
    target: formatTarget(request),
    init: {
      method: request.method,
      headers: hasBody ? { ...headers, 'content-type': request.mediaType ?? '' } : headers,
      ...(hasBody && { body: writeBody(request) }),
    },
  };
}

function without(request: ExampleRequest, { name, in: place }: Parameter): ExampleRequest {
  if (place === 'header') return { ...request, headers: omit(request.headers, name) };
  return { ...request, query: omit(request.query, name) };
}

function withValue(
  request: ExampleRequest,
  { name, in: place }: Parameter,
  text: string,
): ExampleRequest {
  const part = {
    path: 'pathParameters',
    query: 'query',
    querystring: 'query',
    header: 'headers',
    cookie: 'headers',
  } as const;
  return { ...request, [part[place]]: { ...request[part[place]], [name]: text } };
}

function omit(object: Readonly<Record<string, unknown>>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}

function show(value: unknown): string {
  return (JSON.stringify(value) ?? '').slice(0, 20);
}
