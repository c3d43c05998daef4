import { describe, expect, test } from 'vitest';
import { apiKey, basic, bearer, createClient, type Middleware } from '../../src/client/index.ts';
import { createEcho } from './echo.ts';

interface Things {
  '/things': { get: { parameters: object }; post: { parameters: object } };
}

const ROUTES = { list: ['get', '/things'], make: ['post', '/things'] } as const;

/** Sends a request with credentials; returns what left the client. */
async function sendWith(
  middleware: Middleware,
  name: 'list' | 'make' = 'list',
  input: object = {},
) {
  const { sent, fetch } = createEcho();
  const options = { baseUrl: 'http://mock.test', fetch, middleware: [middleware] };
  const client: Record<string, unknown> = { ...createClient(ROUTES, options) };
  const method = client[name];
  if (typeof method === 'function') await method(input);
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
    const token = () => tokens.shift();
    const client = createClient<Things, typeof ROUTES>(ROUTES, {
      baseUrl: 'http://mock.test',
      fetch,
      middleware: [bearer(token)],
    });
    await client.list();
    await client.list();
    expect(sent.map(({ headers }) => headers.authorization)).toEqual(['Bearer t1', 'Bearer t2']);
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
    const sent = await sendWith(key, 'list', { query: { ids: ['1,2', 'x y'] } });
    expect(sent?.url).toBe('http://mock.test/things?ids=1%2C2&ids=x%20y&a%20key=k%26k');
    expect((await sendWith(key))?.url).toBe('http://mock.test/things?a%20key=k%26k');
  });

  test('sends a query parameter with a body, which stays as it is', async () => {
    const key = apiKey({ in: 'query', name: 'key', value: 'k' });
    const sent = await sendWith(key, 'make', { body: { a: 1 } });
    expect(sent).toMatchObject({
      method: 'POST',
      url: 'http://mock.test/things?key=k',
      body: '{"a":1}',
    });
    expect(sent?.headers['content-type']).toBe('application/json');
  });

  test('sends a cookie behind the others', async () => {
    const sent = await sendWith(apiKey({ in: 'cookie', name: 'key', value: 'k' }), 'list', {
      cookies: { a: 1, b: 2 },
    });
    expect(sent?.headers.cookie).toBe('a=1; b=2; key=k');
  });

  test.each(['header', 'query', 'cookie'] as const)(
    'sends nothing in the %s if there is none',
    async (place) => {
      const sent = await sendWith(apiKey({ in: place, name: 'key', value: () => undefined }));
      expect(JSON.stringify(sent)).not.toContain('key');
    },
  );
});
