import type { Client } from 'openapi-fetch';
import { factsOf } from './call-facts.ts';
import { setUpCall } from './call-setup.ts';
import type { ClientOptions } from './client-options.ts';
import { passOn } from './pass-on.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

type PathMethod = Uppercase<(typeof METHODS)[number]>;

/** Methods of `openapi-fetch`, which take a path: https://openapi-ts.dev/openapi-fetch/api. */
export type PathClient<Paths extends {}> = Pick<Client<Paths>, PathMethod | 'request'>;

/** Sends a request as `openapi-fetch` does. */
type SendByPath = (method: string, path: string, init?: PathInit) => Promise<unknown>;

type PathInit = Pick<ClientOptions, 'fetch' | 'signal'>;

/**
 * Creates the methods that take a path, with the headers and the middleware of a client.
 *
 * They are loaded with the first call, because they weigh as much as all else, and many call operations alone.
 */
export function createPathClient(options: ClientOptions): Record<PathMethod | 'request', unknown>;
export function createPathClient(options: ClientOptions): object {
  const { middleware, ...rest } = options;
  let loading: Promise<SendByPath> | undefined;
  const request: SendByPath = async (method, path, init = {}) => {
    loading ??= load(rest);
    const send = await loading;
    const call = factsOf({ name: method.toUpperCase(), method, path });
    const last = init.fetch ?? rest.fetch ?? globalThis.fetch;
    const fetch = (sent: Request) => passOn(middleware, sent, call, last);
    return await send(method, path, { ...setUpCall(rest, init), fetch });
  };
  const methods = METHODS.map((method) => [
    method.toUpperCase(),
    (path: string, init?: PathInit) => request(method, path, init),
  ]);
  return { request, ...Object.fromEntries(methods) };
}

async function load(options: ClientOptions): Promise<SendByPath>;
async function load(options: object): Promise<unknown> {
  const { default: create } = await import('openapi-fetch');
  return create(options).request;
}
