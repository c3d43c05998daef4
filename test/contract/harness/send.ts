import { createExampleRequest } from '../../../src/contract/example/example-request.ts';
import type { Operation } from '../../../src/contract/model/contract.ts';

/** What a typed client gives back, as far as every client is alike. */
export interface Answer {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** A typed client seen without its types: operations are chosen by the contract, not by the test's author. */
export interface UntypedClient {
  request(method: string, path: string, init: object): Promise<Answer>;
}

export function isUntypedClient(client: object): client is UntypedClient {
  return 'request' in client && typeof client.request === 'function';
}

/** Sends the example request of an operation through a client, which follows no redirect. */
export function sendExample(
  client: UntypedClient,
  operation: Operation,
  headers: Record<string, string> = {},
  options: { readonly parseAs?: 'text' } = {},
): Promise<Answer> {
  const { pathParameters, query, body, headers: header } = createExampleRequest(operation);
  const type = body === undefined ? undefined : operation.body?.content[0]?.type;
  return client.request(operation.method, operation.path, {
    params: { path: pathParameters, query, header },
    headers: { ...(type !== undefined && { 'content-type': type }), ...headers },
    redirect: 'manual',
    ...options,
    ...(body !== undefined && { body }),
  });
}
