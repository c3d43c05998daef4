import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  type ClientOptions,
  createClient,
  createConnection,
  operation,
} from '../../src/client/index.ts';
import { createEcho } from './echo.ts';
import type { LooseOperation } from './loose-operation.ts';
import { INPUT, type ShowThing, serve, show, thrownBy } from './serve.ts';

interface Things {
  '/things/{id}': { get: ShowThing };
}

const make = operation<LooseOperation>({
  name: 'make',
  method: 'post',
  path: '/things',
  answers: { 200: 'json' },
});
const OPERATIONS = { show: show(), make };
const NONE = () => Response.json({ detail: 'None.' }, { status: 404 });

function open(options: Partial<ClientOptions> = {}) {
  const { sent, fetch } = createEcho();
  const client = createClient<Things, typeof OPERATIONS>(OPERATIONS, {
    baseUrl: 'http://a.test/v1',
    fetch,
    ...options,
  });
  return { client, sent };
}

describe('createConnection', () => {
  test('gives what functions of operations are called through, and no more', async () => {
    const { sent, fetch } = createEcho();
    const connection = createConnection({ baseUrl: 'http://a.test', fetch });
    expect(Object.keys(connection)).toEqual(['baseUrl', 'send', 'signal']);
    await make(connection, { body: { a: 1 } });
    await make(connection);
    expect(sent.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['POST', 'http://a.test/things', '{"a":1}'],
      ['POST', 'http://a.test/things', ''],
    ]);
  });

  test('never throws by send', async () => {
    const { client } = serve(() => Promise.reject(new Error('lost')));
    expect(await client.send(show().route, INPUT)).toMatchObject({
      ok: false,
      status: undefined,
      error: { name: 'NetworkError' },
    });
  });
});

describe('createClient', () => {
  test('has the methods of its operations, those that take a path, and a connection', () => {
    const { client } = open();
    expect(Object.keys(client).toSorted()).toEqual(
      [
        ...['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE', 'request'],
        ...['baseUrl', 'send', 'signal', 'show', 'make'],
      ].toSorted(),
    );
    const { baseUrl, route } = client.show;
    expect([baseUrl, route]).toEqual(['http://a.test/v1', OPERATIONS.show.route]);
  });

  test('has methods that can be taken out of it', async () => {
    const { client, sent } = open();
    const { make: made } = client;
    await made({ body: 1 });
    expect(sent).toMatchObject([{ method: 'POST', url: 'http://a.test/v1/things', body: '1' }]);
  });

  test('is a connection for operations that it does not have', async () => {
    const { client, sent } = open();
    await show({ path: '/others/{id}' })(client, INPUT);
    expect(sent[0]?.url).toBe('http://a.test/v1/others/a');
  });

  test('has methods whose failures they narrow', async () => {
    const { client } = open({ fetch: async () => NONE() });
    const error = await thrownBy(client.show(INPUT));
    if (!client.show.isFailure(error)) throw error;
    expectTypeOf(error.status).toEqualTypeOf<404>();
    expectTypeOf(error.body).toEqualTypeOf<{ detail: string }>();
    expect(error.body).toEqual({ detail: 'None.' });
    expect(client.make.isFailure(error)).toBe(false);
    expect(client.show.isFailure(new Error('404'))).toBe(false);
  });

  test('has safe methods, whose results are told apart by status', async () => {
    const { client } = open({ fetch: async () => NONE() });
    const result = await client.show.safe(INPUT);
    if (result.status !== 404) throw new Error(`expected 404, found ${result.status}`);
    expectTypeOf(result.ok).toEqualTypeOf<false>();
    expectTypeOf(result.error.body).toEqualTypeOf<{ detail: string }>();
    expect(result.error.body.detail).toBe('None.');
  });

  test('calls its operations through another connection where one is given', async () => {
    const { sent, fetch } = createEcho();
    const connection = createConnection({ baseUrl: 'http://b.test', fetch });
    const client = createClient<Things, typeof OPERATIONS>(
      OPERATIONS,
      { baseUrl: 'http://a.test' },
      connection,
    );
    await client.make();
    expect([client.baseUrl, client.make.baseUrl, sent[0]?.url]).toEqual([
      'http://b.test',
      'http://b.test',
      'http://b.test/things',
    ]);
  });

  test.each<[what: string, options: Partial<ClientOptions>, input: object, headers: object]>([
    ['the client', { headers: { a: 'client' } }, {}, { a: 'client' }],
    ['the call', { headers: { a: 'client' } }, { headers: { A: 'call' } }, { a: 'call' }],
    ['the call without one', { headers: { a: 'client' } }, { headers: { a: null } }, {}],
  ])('sends the headers of %s', async (_, options, input, headers) => {
    const { client, sent } = open(options);
    await client.make(input);
    expect(sent[0]?.headers).toEqual(headers);
  });

  test('passes settings of fetch on, those of a call before those of the client', async () => {
    const requests: Request[] = [];
    const { client } = open({
      redirect: 'manual',
      cache: 'no-store',
      fetch: async (request) => {
        requests.push(request);
        return Response.json({});
      },
    });
    await client.make({ cache: 'reload' });
    expect(requests.map(({ redirect, cache }) => [redirect, cache])).toEqual([
      ['manual', 'reload'],
    ]);
  });

  test('keeps what the client was given where a call has an absent value', async () => {
    const requests: Request[] = [];
    const { client } = open({
      redirect: 'manual',
      credentials: 'omit',
      headers: { a: 'client' },
      bodySerializer: () => 'client',
      validation: { checkAnswer: () => Promise.reject(new Error('checked')) },
      fetch: async (request) => {
        requests.push(request);
        return Response.json({});
      },
    });
    const { error } = await client.make.safe({
      body: 1,
      timeout: undefined,
      retry: undefined,
      validation: undefined,
      bodySerializer: undefined,
      ...JSON.parse('{}', () => ({ redirect: undefined, credentials: null, headers: undefined })),
    });
    expect(error).toMatchObject({ cause: { message: 'checked' } });
    const sent = requests.map((one) => [one.redirect, one.credentials, one.headers.get('a')]);
    expect(sent).toEqual([['manual', 'omit', 'client']]);
    expect(await requests[0]?.text()).toBe('client');
  });

  test('takes off what the client was given where a call says so', async () => {
    const { client } = open({
      timeout: 1,
      validation: { checkAnswer: () => Promise.reject(new Error('checked')) },
      retry: () => Promise.reject(new Error('retried')),
    });
    const off = { timeout: 0, validation: false, retry: false } as const;
    expect(await client.make.safe({ body: 1, ...off })).toMatchObject({ ok: true });
  });

  test('makes failures as it is told to', async () => {
    const seen: unknown[] = [];
    const { client } = open({
      fetch: async () => NONE(),
      createFailure: (call, text, { status }) => {
        seen.push([call.operation, text, status]);
        return undefined;
      },
    });
    expect(await client.show.safe(INPUT)).toMatchObject({ error: { name: 'FailureError' } });
    expect(seen).toEqual([['show', 'answered 404: None.', 404]]);
  });
});
