import { transformOas3Operation } from '@stoplight/http-spec/oas3/operation';
import { bundleTarget } from '@stoplight/json';
import { createLogger } from '@stoplight/prism-core';
import type { IHttpMockConfig, IHttpRequest } from '@stoplight/prism-http';
import type { HttpMethod, IHttpOperation } from '@stoplight/types';
import type { Contract, Operation } from '../contract/contract.ts';
import { findResponse } from '../contract/contract-checks.ts';
import { descend, isJsonObject, openDocument, unescapeToken } from '../contract/json-cursor.ts';
import { findMedia } from '../contract/media-type.ts';
import { pickReachable } from '../contract/pick-reachable.ts';
import type { Preference } from './preference.ts';
import { createInstance, NOT_FOUND, ProblemJsonError } from './prism-library.ts';
import type { Reply } from './refusal.ts';

/** Request as far as negotiation reads it. */
export interface NegotiatedRequest {
  readonly path: string;
  readonly accept: string | null;
  readonly preference: Preference;
}

/** Prism's own word that no answer can be negotiated, in its problem format. */
export interface NegotiationProblem {
  readonly problem: Reply;
}

export type Negotiate = (
  operation: Operation,
  request: NegotiatedRequest,
) => Promise<Reply | NegotiationProblem>;

interface PrismOutput {
  readonly statusCode: number;
  /** Null for a header whose value Prism cannot make up. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: unknown;
}

/** One range of an `Accept` header with its parameters. */
const MEDIA_RANGE = /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+(?:\s*;\s*[\w-]+=(?:[\w!#$&^.+*-]+|"[^"]*"))*$/;

/** The one place where Prism's types meet ours: its negotiation, example selection and data generation. */
export function createNegotiation(contract: Contract): Negotiate {
  const transformed = new Map<Operation, IHttpOperation>();
  const instance = createInstance(mockConfig({ dynamic: false }), {
    logger: createLogger('mock', { level: 'silent' }),
    // Each call passes the one operation that was matched already.
    route: ({ resources: [operation] }) =>
      operation === undefined
        ? { _tag: 'Left', left: new Error('No operation was passed to Prism.') }
        : { _tag: 'Right', right: operation },
  });
  return async (operation, request) => {
    const resource = transformed.get(operation) ?? transform(contract, operation);
    transformed.set(operation, resource);
    const offered = narrow(resource, operation, request.preference.code);
    if (offered === undefined) return toProblem(unknownStatus(operation, request.preference));
    const config = mockConfig(toMockSettings(request));
    const result = await instance.request(toPrismRequest(operation, request), [offered], config)();
    if (result._tag === 'Right') return toReply(result.right.output, operation);
    return toProblem(nameExamples(result.left, offered));
  };
}

function transform(contract: Contract, operation: Operation): IHttpOperation {
  const target = transformOas3Operation({
    document: withOwnPathItem(contract, operation),
    name: operation.path,
    method: operation.method,
    config: { type: 'operation', documentProp: 'paths', nameProp: 'path' },
  });
  const document = { ...pickReachable(contract.document, target), __target__: target };
  // Bundling rewrites references in place, and the components are shared with validation.
  return bundleTarget({ document, path: '#/__target__', cloneDocument: true }) as IHttpOperation;
}

/** Document in which the path of an operation holds it: Prism's transformer reads nothing beside a reference. */
function withOwnPathItem({ document }: Contract, { path, method, pointer }: Operation) {
  const paths = isJsonObject(document.paths) ? document.paths : {};
  const item = paths[path];
  if (!isJsonObject(item) || item.$ref === undefined) return document;
  const keys = pointer.split('/').slice(1).map(unescapeToken);
  const operation = descend(openDocument(document), ...keys)?.node;
  return { ...document, paths: { ...paths, [path]: { [method]: operation } } };
}

/** Leaves only the response for a preferred status, because Prism would fall back to another one; `undefined` without one. */
function narrow(
  resource: IHttpOperation,
  operation: Operation,
  status: number | undefined,
): IHttpOperation | undefined {
  if (status === undefined) return resource;
  const declared = findResponse(operation, status)?.status;
  const responses = resource.responses
    .filter(({ code }) => code === declared)
    .map((response) => ({ ...response, code: String(status) }));
  return responses.length === 0 ? undefined : { ...resource, responses };
}

/** Prism only negotiates here: requests and responses are checked by the contract room. */
function mockConfig(mock: IHttpMockConfig['mock']): IHttpMockConfig {
  return {
    mock,
    isProxy: false,
    checkSecurity: false,
    validateRequest: false,
    validateResponse: false,
    errors: false,
    upstreamProxy: undefined,
  };
}

function toMockSettings({ accept, preference }: NegotiatedRequest): IHttpMockConfig['mock'] {
  const { example, seed } = preference;
  return {
    dynamic: preference.dynamic ?? false,
    ...(example !== undefined && { exampleKey: example }),
    ...(seed !== undefined && { seed }),
    ...(accept !== null && { mediaTypes: readMediaRanges(accept) }),
  };
}

function toPrismRequest(operation: Operation, request: NegotiatedRequest): IHttpRequest {
  return { method: operation.method as HttpMethod, url: { path: request.path }, headers: {} };
}

/** Media ranges of an `Accept` header, RFC 9110 section 12.5.1; Prism throws for any other text. */
function readMediaRanges(accept: string): string[] {
  return accept
    .split(',')
    .map((type) => type.trim())
    .filter((type) => MEDIA_RANGE.test(type));
}

function toReply(output: PrismOutput, operation: Operation): Reply {
  const { statusCode: status, body } = output;
  const { 'Content-type': chosen, ...rest } = output.headers ?? {};
  const headers = Object.fromEntries(
    Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== null),
  );
  const media = findMedia(findResponse(operation, status)?.content ?? [], chosen ?? '');
  // Prism names a media type even where the contract declares no body.
  if (media === undefined) return { status, headers };
  return { status, headers, mediaType: nameMediaType(media.type, body), body };
}

/** A range such as `*\/*` cannot be the type of an answer. */
function nameMediaType(declared: string, body: unknown): string {
  if (!declared.includes('*')) return declared;
  return typeof body === 'string' ? 'text/plain' : 'application/json';
}

function unknownStatus({ responses }: Operation, { code }: Preference): Error {
  const known = responses.map(({ status }) => status).join(', ');
  const detail = `Status ${code} is not declared. Known: ${known}.`;
  return ProblemJsonError.fromTemplate(NOT_FOUND, detail);
}

/** A preferred example that is not there is Prism's only 404; the known ones are added. */
function nameExamples(error: Error, { responses }: IHttpOperation): Error {
  const { status, detail } = ProblemJsonError.toProblemJson(error);
  if (status !== 404) return error;
  const known = responses.flatMap(({ code, contents = [] }) =>
    contents.flatMap(({ examples = [] }) => examples.map(({ key }) => `${key} (${code})`)),
  );
  const list = [...new Set(known)].join(', ') || 'none';
  return ProblemJsonError.fromTemplate(NOT_FOUND, `${detail} Known: ${list}.`);
}

function toProblem(error: Error): NegotiationProblem {
  const problem = ProblemJsonError.toProblemJson(error);
  return {
    problem: { status: problem.status, mediaType: 'application/problem+json', body: problem },
  };
}
