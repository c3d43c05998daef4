import createReal from 'openapi-fetch';
import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  bearer,
  type CallFacts,
  type ClientOptions,
  createClient,
  type Middleware,
} from '../../src/client/index.ts';
import { createEcho } from './echo.ts';
import type { ShowThing } from './serve.ts';

interface Things {
  '/things/{id}': { get: ShowThing };
}

const BASE = 'http://a.test/v1/';

/** What left a client, and what its method gave or threw. */
async function run(client: object, sent: readonly unknown[], method: string, init?: object) {
  const call: unknown = Object(client)[method];
  if (typeof call !== 'function') throw new Error(`expected a method ${method}, found none`);
  try {
    const { data, error, response } = await call('/things/{id}', init);
    return { sent, data, error, status: response.status, keys: response.headers.has('x-id') };
  } catch (error) {
    return { sent, thrown: String(error) };
  }
}

describe('a method that takes a path', () => {
  const path = { id: 'x y/z' };
  test.each<[what: string, method: string, init: object | undefined, options?: object]>([
    ['nothing', 'GET', undefined],
    ['a path', 'GET', { params: { path } }],
    ['a list in a path', 'GET', { params: { path: { id: [1, 2] } } }],
    ['a query', 'GET', { params: { path, query: { a: [1, 2], b: { c: 1 }, d: 'x&y' } } }],
    ['headers', 'GET', { params: { path, header: { a: 1 } }, headers: { b: '2', c: null } }],
    ['cookies', 'GET', { params: { path, cookie: { a: 1 } } }],
    ['a body', 'POST', { params: { path }, body: { a: [1] } }],
    ['a text body', 'PUT', { params: { path }, body: 'a' }],
    ['a body that is written', 'PATCH', { body: { a: 1 }, bodySerializer: () => 'own' }],
    ['a query that is written', 'GET', { params: { query: { a: 1 } }, querySerializer: () => 'b' }],
    [
      'a query style',
      'GET',
      {
        params: { query: { a: [1, 2] } },
        querySerializer: { array: { style: 'pipeDelimited', explode: false } },
      },
    ],
    ['another base URL', 'DELETE', { params: { path }, baseUrl: 'http://b.test' }],
    ['OPTIONS', 'OPTIONS', { params: { path } }],
    ['HEAD', 'HEAD', { params: { path } }],
    ['text', 'GET', { params: { path }, parseAs: 'text' }],
    ['a signal', 'GET', { params: { path }, signal: AbortSignal.abort(new Error('left')) }],
    ['headers of the client', 'GET', { headers: { a: '2' } }, { headers: { a: '1', b: '1' } }],
    ['a body of a GET', 'GET', { body: {} }],
  ])('does with %s what openapi-fetch does', async (_, method, init, options = {}) => {
    const [ours, real] = [createEcho(), createEcho()];
    const client = createClient({}, { baseUrl: BASE, fetch: ours.fetch, ...options });
    const model = createReal({ baseUrl: BASE, fetch: real.fetch, ...options });
    const expected = await run(model, real.sent, method, init);
    expect(await run(client, ours.sent, method, init)).toEqual(expected);
    expect(expected.sent.length + ('thrown' in expected ? 1 : 0)).toBe(1);
  });

  test.each([
    ['a failure', () => Response.json({ detail: 'None.' }, { status: 404 })],
    ['a failure that is no JSON', () => new Response('<html>', { status: 500 })],
    ['no content', () => new Response(null, { status: 204 })],
    ['an empty body', () => new Response('', { headers: { 'x-id': '1' } })],
    ['what is no JSON', () => new Response('<html>')],
    ['no answer', () => Promise.reject(new TypeError('lost'))],
  ])('gives of %s what openapi-fetch gives', async (_, answer) => {
    const options = { baseUrl: BASE, fetch: async () => answer() };
    const init = { params: { path } };
    const expected = await run(createReal(options), [], 'GET', init);
    expect(await run(createClient({}, options), [], 'GET', init)).toEqual(expected);
  });

  test.each([
    ['client', { signal: undefined, redirect: undefined }],
    ['client', { signal: new AbortController().signal }],
    ['call', {}],
  ] as const)('keeps the settings and the signal of the %s: %o', async (by, init) => {
    const controllers = { client: new AbortController(), call: new AbortController() };
    const requests: Request[] = [];
    const fetch = async (request: Request) => {
      requests.push(request);
      controllers[by].abort(new Error(`by ${by}`));
      request.signal.throwIfAborted();
      return Response.json({});
    };
    const { signal } = controllers.client;
    const client = createClient({}, { baseUrl: BASE, fetch, redirect: 'manual', signal });
    const own = by === 'call' ? { signal: controllers.call.signal } : init;
    const { thrown } = await run(client, [], 'GET', { params: { path }, ...own });
    expect(thrown).toBe(`Error: by ${by}`);
    expect(requests.map(({ redirect }) => redirect)).toEqual(['manual']);
  });

  test('is called by name, or by request', async () => {
    const { sent, fetch } = createEcho();
    const client = createClient<Things, Record<never, never>>({}, { baseUrl: BASE, fetch });
    const { data, error } = await client.GET('/things/{id}', { params: { path: { id: '1' } } });
    expectTypeOf(data).toEqualTypeOf<{ name: string } | undefined>();
    expectTypeOf(error).toEqualTypeOf<{ detail: string } | undefined>();
    await client.request('get', '/things/{id}', { params: { path: { id: '2' } } });
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET http://a.test/v1/things/1',
      'GET http://a.test/v1/things/2',
    ]);
  });

  test.each<[whose: string, own: boolean]>([
    ['the client', false],
    ['the call', true],
  ])('goes through middleware before the fetch of %s', async (_, own) => {
    const [ofClient, ofCall] = [createEcho(), createEcho()];
    const seen: CallFacts[] = [];
    const note: Middleware = (request, next, call) => {
      seen.push(call);
      return next(request);
    };
    const options: ClientOptions = {
      baseUrl: BASE,
      fetch: ofClient.fetch,
      middleware: [note, bearer('t')],
    };
    const client = createClient<Things, Record<never, never>>({}, options);
    await client.GET('/things/{id}', {
      params: { path: { id: '1' } },
      ...(own && { fetch: ofCall.fetch }),
    });
    const [used, other] = own ? [ofCall, ofClient] : [ofClient, ofCall];
    expect(used.sent[0]?.headers.authorization).toBe('Bearer t');
    expect(other.sent).toEqual([]);
    expect(seen).toMatchObject([
      { operation: 'GET', method: 'get', path: '/things/{id}', attempt: 1 },
    ]);
  });
});
