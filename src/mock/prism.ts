import { transformOas3Operation } from '@stoplight/http-spec/oas3/operation';
import { bundleTarget } from '@stoplight/json';
import { createLogger } from '@stoplight/prism-core';
import {
  createInstance,
  type IHttpMockConfig,
  type IHttpRequest,
  ProblemJsonError,
} from '@stoplight/prism-http';
import type { HttpMethod, IHttpOperation } from '@stoplight/types';
import type { Contract, Operation } from '../contract/contract.ts';
import type { Preference } from './preference.ts';
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

/** The one place where Prism's types meet ours: its negotiation, example selection and data generation. */
export function createNegotiation(contract: Contract, options: { dynamic: boolean }): Negotiate {
  const transformed = new Map<Operation, IHttpOperation>();
  const instance = createInstance(mockConfig({ dynamic: options.dynamic }), {
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
    const config = mockConfig(toMockSettings(request, options.dynamic));
    const result = await instance.request(toPrismRequest(operation, request), [resource], config)();
    return result._tag === 'Left' ? toProblem(result.left) : toReply(result.right.output);
  };
}

function transform(contract: Contract, operation: Operation): IHttpOperation {
  const target = transformOas3Operation({
    document: contract.document,
    name: operation.path,
    method: operation.method,
    config: { type: 'operation', documentProp: 'paths', nameProp: 'path' },
  });
  const document = { ...contract.document, __target__: target };
  // Bundling rewrites references in place, and the document is shared with validation.
  return bundleTarget({ document, path: '#/__target__', cloneDocument: true }) as IHttpOperation;
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

function toMockSettings(
  { accept, preference }: NegotiatedRequest,
  dynamic: boolean,
): IHttpMockConfig['mock'] {
  const { code, example, seed } = preference;
  return {
    dynamic: preference.dynamic ?? dynamic,
    ...(code !== undefined && { code }),
    ...(example !== undefined && { exampleKey: example }),
    ...(seed !== undefined && { seed }),
    ...(accept !== null && { mediaTypes: accept.split(',').map((type) => type.trim()) }),
  };
}

function toPrismRequest(operation: Operation, request: NegotiatedRequest): IHttpRequest {
  return { method: operation.method as HttpMethod, url: { path: request.path }, headers: {} };
}

function toReply(output: {
  statusCode: number;
  headers?: Record<string, string>;
  body?: unknown;
}): Reply {
  const { 'Content-type': mediaType, ...headers } = output.headers ?? {};
  return {
    status: output.statusCode,
    headers,
    ...(mediaType !== undefined && { mediaType }),
    ...(output.body !== undefined && { body: output.body }),
  };
}

function toProblem(error: Error): NegotiationProblem {
  const problem = ProblemJsonError.toProblemJson(error);
  return {
    problem: { status: problem.status, mediaType: 'application/problem+json', body: problem },
  };
}
