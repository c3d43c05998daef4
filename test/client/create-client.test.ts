import { describe, expect, test } from 'vitest';
import { type ClientOptions, createClient } from '../../src/client/index.ts';
import type { operations } from '../../src/generated/crego/types.ts';
import { createEcho } from './echo.ts';

interface Things {
  '/things/{share_id}': {
    get: operations['getShare'];
    post: { parameters: object; requestBody: { content: Form } };
  };
}
interface Form {
  'application/x-www-form-urlencoded': { a: string };
}

const PATH = { document_id: 'd', share_id: 's' };

function open(options: Partial<ClientOptions> = {}) {
  const { sent, fetch } = createEcho();
  const client = createClient<Things, typeof ROUTES>(ROUTES, {
    baseUrl: 'http://mock.test/',
    fetch,
    ...options,
  });
  return { client, sent };
}

const ROUTES = {
  show: ['get', '/things/{share_id}'],
  make: ['post', '/things/{share_id}', { body: 'application/x-www-form-urlencoded' }],
} as const;

describe('createClient', () => {
  test('gives methods that are members of the client, to be listed and replaced', async () => {
    const { client, sent } = open();
    expect(Object.keys(client)).toEqual(expect.arrayContaining(['GET', 'use', 'show', 'make']));
    client.show = async () => ({ error: { detail: 'mine' }, response: Response.error() });
    expect((await client.show({ path: PATH })).error).toEqual({ detail: 'mine' });
    expect(sent).toEqual([]);
  });

  test('keeps what a client of paths can do', async () => {
    const { client, sent } = open();
    await client.GET('/things/{share_id}', { params: { path: PATH } });
    expect(sent[0]).toMatchObject({ method: 'GET', url: 'http://mock.test/things/s' });
  });

  test('sends headers of a request over those of the client, and cookies', async () => {
    const { client, sent } = open({ headers: { a: 'client', b: 'client' } });
    await client.show({ path: PATH, headers: { a: 'request', c: undefined } });
    expect(sent[0]?.headers).toMatchObject({ a: 'request', b: 'client' });
    expect(sent[0]?.headers).not.toHaveProperty('c');
  });

  test('writes a body by the media type of the operation, and declares it', async () => {
    const { client, sent } = open();
    await client.make({ body: { a: 'b c' } });
    expect(sent[0]?.body).toBe('a=b%20c');
    expect(sent[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  });

  test('leaves it to the serializers of the client, and of the request', async () => {
    const { client, sent } = open({
      querySerializer: () => 'client=1',
      bodySerializer: () => 'client',
    });
    await client.make({ body: { a: 'b' } });
    await client.make({ body: { a: 'b' }, bodySerializer: () => 'request' });
    expect(sent.map(({ url, body }) => [new URL(url).search, body])).toEqual([
      ['?client=1', 'client'],
      ['?client=1', 'request'],
    ]);
  });

  test('passes the settings of a request on to fetch', async () => {
    const { client, sent } = open();
    const failed = client.show({ path: PATH, signal: AbortSignal.abort(new Error('mine')) });
    await expect(failed).rejects.toThrow('mine');
    expect(sent).toEqual([]);
  });

  test('asks middleware of the options before that which is used later', async () => {
    const order: string[] = [];
    const noting = (name: string) => ({ onRequest: () => void order.push(name) });
    const { client } = open({ middleware: [noting('first'), noting('second')] });
    client.use(noting('third'));
    await client.show({ path: PATH });
    expect(order).toEqual(['first', 'second', 'third']);
  });
});
