import { describe, expect, test } from 'vitest';
import {
  apiKey,
  basic,
  bearer,
  createConnection,
  type Middleware,
  type Route,
  refreshingBearer,
} from '../../src/client/index.ts';
import { createEcho } from './echo.ts';
import { INPUT, serve, show, thrownBy } from './serve.ts';

/** Sends a request with credentials; returns what left the client. */
async function sendWith(middleware: Middleware, input: object = {}, more: Partial<Route> = {}) {
  const { sent, fetch } = createEcho();
  const client = createConnection({ baseUrl: 'http://mock.test', fetch, middleware: [middleware] });
  const route = { name: 'list', method: 'get', path: '/things', answers: { 200: 'json' } } as const;
  await client.send({ ...route, ...more }, input);
  return sent[0];
}

describe('bearer', () => {
  test.each([
    ['a token', 't', 'Bearer t'],
    ['what a function returns', () => 't', 'Bearer t'],
    ['what a function promises', async () => 't', 'Bearer t'],
    ['nothing if there is none', undefined, undefined],
    ['nothing if a function returns none', () => undefined, undefined],
  ])('sends %s', async (_, token, header) => {
    expect((await sendWith(bearer(token)))?.headers.authorization).toBe(header);
  });

  test('asks for the token before each request', async () => {
    const { sent, fetch } = createEcho();
    const tokens = ['t1', 't2'];
    const client = createConnection({
      baseUrl: 'http://mock.test',
      fetch,
      middleware: [bearer(() => tokens.shift())],
    });
    for (const id of ['a', 'b']) await client.send(show().route, { path: { id } });
    expect(sent.map(({ headers }) => headers.authorization)).toEqual(['Bearer t1', 'Bearer t2']);
  });

  test('that cannot be got is an error of the request', async () => {
    const { client, requests } = serve(() => Response.json({}), {
      middleware: [bearer(() => Promise.reject(new Error('no session')))],
    });
    expect((await show().safe(client, INPUT)).error).toMatchObject({
      name: 'RequestError',
      cause: { message: 'no session' },
    });
    expect(requests).toEqual([]);
  });
});

test('basic sends a name and a password as UTF-8', async () => {
  const sent = await sendWith(basic('zoë', 'p:w'));
  expect(sent?.headers.authorization).toBe(`Basic ${Buffer.from('zoë:p:w').toString('base64')}`);
});

describe('apiKey', () => {
  test('sends a header', async () => {
    const sent = await sendWith(apiKey({ in: 'header', name: 'X-Key', value: 'k' }));
    expect(sent?.headers['x-key']).toBe('k');
  });

  test('sends a query parameter behind the others, which stay as they are', async () => {
    const key = apiKey({ in: 'query', name: 'a key', value: 'k&k' });
    const sent = await sendWith(key, { query: { ids: ['1,2', 'x y'] } });
    expect(sent?.url).toBe('http://mock.test/things?ids=1%2C2&ids=x%20y&a%20key=k%26k');
    expect((await sendWith(key))?.url).toBe('http://mock.test/things?a%20key=k%26k');
  });

  test('sends a query parameter with a body, which stays as it is', async () => {
    const key = apiKey({ in: 'query', name: 'key', value: 'k' });
    const sent = await sendWith(key, { body: { a: 1 } }, { method: 'post' });
    expect(sent).toMatchObject({
      method: 'POST',
      url: 'http://mock.test/things?key=k',
      body: '{"a":1}',
    });
    expect(sent?.headers['content-type']).toBe('application/json');
  });

  test('sends a query parameter with a form of parts, whose boundary stays', async () => {
    const body = new FormData();
    body.set('a', new Blob(['x']));
    const key = apiKey({ in: 'query', name: 'key', value: 'k' });
    const format = { write: () => body };
    const sent = await sendWith(key, { body: {} }, { method: 'post', body: format });
    const [, boundary] = sent?.headers['content-type']?.split('boundary=') ?? [];
    expect(sent?.body.startsWith(`--${boundary}`)).toBe(true);
  });

  test('stays abortable with a key in the query', async () => {
    const controller = new AbortController();
    const signals: AbortSignal[] = [];
    const { client } = serve(
      ({ signal }) => {
        signals.push(signal);
        controller.abort();
        return Response.json({ name: 'A' });
      },
      { middleware: [apiKey({ in: 'query', name: 'key', value: 'k' })] },
    );
    await show().safe(client, { ...INPUT, signal: controller.signal });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  test('sends a cookie behind the others', async () => {
    const key = apiKey({ in: 'cookie', name: 'key', value: 'k' });
    expect((await sendWith(key, { cookies: { a: 1, b: 2 } }))?.headers.cookie).toBe(
      'a=1; b=2; key=k',
    );
  });

  test.each(['header', 'query', 'cookie'] as const)(
    'sends nothing in the %s if there is none',
    async (place) => {
      const sent = await sendWith(apiKey({ in: place, name: 'key', value: () => undefined }));
      expect(JSON.stringify(sent)).not.toContain('key');
    },
  );
});

describe('refreshingBearer', () => {
  /** A server that accepts one token, and a source of tokens beside it. */
  function open(refresh: (stale: string | undefined) => Promise<string>) {
    let token = 'old';
    const bodies: string[] = [];
    const { client, requests } = serve(
      async (request) => {
        bodies.push(await request.text());
        const isNew = request.headers.get('authorization') === 'Bearer new';
        return isNew
          ? Response.json({ name: 'A' })
          : Response.json({ detail: '' }, { status: 401 });
      },
      {
        middleware: [
          refreshingBearer({
            token: () => token,
            refresh: async (stale) => {
              token = await refresh(stale);
              return token;
            },
          }),
        ],
      },
    );
    return { client, requests, bodies };
  }

  test('gets a token once for calls at the same time, and again none for later ones', async () => {
    const stale: unknown[] = [];
    const { client, requests } = open(async (old) => {
      stale.push(old);
      return 'new';
    });
    const call = () => show()(client, INPUT);
    expect(await Promise.all([call(), call(), call()])).toEqual(Array(3).fill({ name: 'A' }));
    await call();
    expect([stale, requests.length]).toEqual([['old'], 7]);
  });

  test('sends a body again whole', async () => {
    const { client, bodies } = open(async () => 'new');
    await client.send(show({ method: 'post' }).route, { ...INPUT, body: { a: 1 } });
    expect(bodies).toEqual(['{"a":1}', '{"a":1}']);
  });

  test('tells of a token that cannot be got, and tries anew the next time', async () => {
    let count = 0;
    const { client } = open(async () => {
      count += 1;
      if (count === 1) throw new Error('no session');
      return 'new';
    });
    const error = await thrownBy(show()(client, INPUT));
    expect(error).toMatchObject({
      name: 'RequestError',
      message: expect.stringContaining('no session'),
    });
    expect(await show()(client, INPUT)).toEqual({ name: 'A' });
  });
});
