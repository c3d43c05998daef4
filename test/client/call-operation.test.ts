import { inspect } from 'node:util';
import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  AbortError,
  apiKey,
  bearer,
  type CallFacts,
  ClientError,
  FailureError,
  type FailureOf,
  kindByMediaType,
  openEnvelope,
  type Route,
  TimeoutError,
} from '../../src/client/index.ts';
import { INPUT, serve, show, thrownBy } from './serve.ts';

const FOUND = () => Response.json({ name: 'A' }, { headers: { 'X-Total': '7' } });
const NONE = () => Response.json({ detail: 'None.' }, { status: 404 });
const NAME = 'show (GET /things/{id})';

/** Body that breaks after its first bytes. */
function broken(): Response {
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"na')),
    pull: (controller) => controller.error(new TypeError('terminated')),
  });
  return new Response(body);
}

const never = () => new Promise<Response>(() => undefined);

describe('a call', () => {
  test('returns the body of a success', async () => {
    const { client, requests } = serve(FOUND);
    const thing = await show()(client, { path: { id: 'a/b' }, query: { q: 'x y' } });
    expectTypeOf(thing).toEqualTypeOf<{ name: string } | undefined>();
    expect(thing).toEqual({ name: 'A' });
    expect(requests.map(({ method, url }) => [method, url])).toEqual([
      ['GET', 'http://a.test/v1/things/a%2Fb?q=x%20y'],
    ]);
  });

  test('tells what came of it by its status, and has its headers', async () => {
    const result = await show().safe(serve(FOUND).client, INPUT);
    if (result.status !== 200) throw result.error;
    expectTypeOf(result.data).toEqualTypeOf<{ name: string }>();
    expectTypeOf(result.headers.get('X-Total')).toEqualTypeOf<string>();
    expectTypeOf(result.headers.get('X-Rest')).toEqualTypeOf<string | null>();
    expect([result.ok, result.data, result.headers.get('X-Total')]).toEqual([
      true,
      { name: 'A' },
      '7',
    ]);
  });

  test('throws a documented failure, which its operation narrows', async () => {
    const operation = show();
    const error = await thrownBy(operation(serve(NONE).client, INPUT));
    if (!operation.isFailure(error)) throw error;
    expectTypeOf(error).toEqualTypeOf<FailureError<404, { detail: string }>>();
    expect(error).toBeInstanceOf(FailureError);
    expect(error).toMatchObject({
      name: 'FailureError',
      message: `${NAME}: answered 404: None.`,
      operation: 'show',
      method: 'get',
      path: '/things/{id}',
      attempt: 1,
      status: 404,
      body: { detail: 'None.' },
    });
    expect(show({ name: 'other' }).isFailure(error)).toBe(false);
    expect(show({ path: '/of/another/api/{id}' }).isFailure(error)).toBe(false);
  });

  test('has the id of the server, or else the one that middleware saw', async () => {
    const seen: CallFacts[] = [];
    const own = serve(NONE, {
      middleware: [
        (request, next, call) => {
          seen.push(call);
          return next(request);
        },
      ],
    });
    const ofServer = serve(() =>
      Response.json({}, { status: 404, headers: { 'X-Request-Id': 'r1' } }),
    );
    expect(await thrownBy(show()(own.client, INPUT))).toMatchObject({
      requestId: seen[0]?.requestId,
    });
    expect(await thrownBy(show()(ofServer.client, INPUT))).toMatchObject({ requestId: 'r1' });
  });

  test.each([
    [
      'UndocumentedStatusError',
      () => new Response('tea', { status: 418 }),
      { status: 418, body: 'tea' },
      'answered 418, undocumented',
    ],
    [
      'InvalidAnswerError',
      () => new Response('<html>'),
      { status: 200 },
      'answer 200: expected JSON, found text "<html>"',
    ],
    [
      'InvalidAnswerError',
      () => new Response(''),
      { status: 200 },
      'answer 200: expected JSON, found text ""',
    ],
    [
      'NetworkError',
      () => Promise.reject(new TypeError('fetch failed', { cause: new Error('refused') })),
      {},
      'no answer: refused',
    ],
    [
      'NetworkError',
      () => {
        throw new TypeError('sync');
      },
      {},
      'no answer: sync',
    ],
    ['NetworkError', broken, {}, 'no answer: terminated'],
  ] as const)('throws %s', async (name, answer, members, message) => {
    const result = await show().safe(serve(answer).client, INPUT);
    expect(result).toMatchObject({ ok: false, status: undefined });
    expect(result.error).toBeInstanceOf(ClientError);
    expect(result.error).toMatchObject({ name, message: `${NAME}: ${message}`, ...members });
  });

  test.each([
    [
      'a path parameter without a value',
      {},
      { path: {} },
      'request could not be made: path parameter "id": expected a value, found ""',
    ],
    [
      'a base URL that is none',
      { baseUrl: 'nowhere' },
      INPUT,
      'request could not be made: URL or settings cannot be sent',
    ],
    [
      'middleware that throws',
      {
        middleware: [
          () => {
            throw new Error('no token');
          },
        ],
      },
      INPUT,
      'request could not be made: no token',
    ],
  ] as const)('throws RequestError for %s', async (_, options, input, message) => {
    const { client, requests } = serve(FOUND, options);
    const outcome = await client.send(show().route, input);
    expect(outcome).toMatchObject({
      ok: false,
      error: {
        name: 'RequestError',
        message: typeof message === 'string' ? `${NAME}: ${message}` : message,
      },
    });
    expect(requests).toEqual([]);
  });

  test('tells no content from content that is empty', async () => {
    const nothing = serve(() => new Response(null, { status: 204 }));
    expect(await show().safe(nothing.client, INPUT)).toMatchObject({
      ok: true,
      status: 204,
      data: undefined,
    });
  });

  test.each([
    ['answers nothing', never],
    [
      'never ends its body',
      () => new Response(new ReadableStream({ pull: () => never().then(() => undefined) })),
    ],
  ])('ends in time where the server %s', async (_, answer) => {
    const error = await thrownBy(show()(serve(answer, { timeout: 5 }).client, INPUT));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ message: `${NAME}: no answer in time` });
  });

  test('ends when it is aborted, whatever fetch does', async () => {
    const controller = new AbortController();
    const call = show()(serve(never).client, { ...INPUT, signal: controller.signal });
    controller.abort(new Error('left the page'));
    const error = await thrownBy(call);
    expect(error).toBeInstanceOf(AbortError);
    expect(error).toMatchObject({
      message: `${NAME}: aborted`,
      cause: { message: 'left the page' },
    });
  });

  test('sends nothing where it is aborted before', async () => {
    const { client, requests } = serve(FOUND);
    const error = await thrownBy(show()(client, { ...INPUT, signal: AbortSignal.abort() }));
    expect([error instanceof AbortError, requests.length]).toEqual([true, 0]);
  });
});

describe('an error', () => {
  const middleware = [
    bearer('secret-token'),
    apiKey({ in: 'query', name: 'key', value: 'secret-key' }),
  ];
  test.each([
    ['of a failure', NONE],
    ['of an undocumented status', () => new Response('', { status: 500 })],
    ['of an invalid answer', () => new Response('<')],
    ['of the network', () => Promise.reject(new Error('lost'))],
  ])('%s has no credentials, and no values that were sent', async (_, answer) => {
    const { client } = serve(answer, { middleware, headers: { 'x-key': 'secret-header' } });
    const error = await thrownBy(
      show()(client, { path: { id: 'secret-id' }, query: { q: 'secret-q' } }),
    );
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('secret');
    expect(JSON.stringify(error)).not.toContain('secret');
  });
});

describe('an answer', () => {
  test.each([
    ['by its range', { '4XX': 'json' } as const, 404, { detail: 'None.' }],
    ['by default', { default: 'json' } as const, 404, { detail: 'None.' }],
    [
      'by itself before its range',
      { 404: 'text', '4XX': 'json' } as const,
      404,
      '{"detail":"None."}',
    ],
  ])('is found %s', async (_, answers, status, body) => {
    const outcome = await serve(NONE).client.send(show({ answers }).route, INPUT);
    expect(outcome).toMatchObject({ status, error: { body } });
  });

  test.each([
    ['application/problem+json', '{"a":1}', { a: 1 }],
    ['Application/JSON ; charset=utf-8', '{"a":1}', { a: 1 }],
    ['application/json-seq', '{}', expect.any(Blob)],
    ['TEXT/HTML', 'abc', 'abc'],
    ['text/plain', 'abc', 'abc'],
    ['application/xml', '<a/>', '<a/>'],
    ['application/octet-stream', 'abc', expect.any(Blob)],
  ])('of several kinds goes by %s', async (type, body, data) => {
    const route = show({ answers: { 200: kindByMediaType } }).route;
    const { client } = serve(() => new Response(body, { headers: { 'content-type': type } }));
    expect(await client.send(route, INPUT)).toMatchObject({ ok: true, data });
  });

  test.each([
    ['json', { name: 'A' }],
    ['text', '{"name":"A"}'],
    ['blob', expect.any(Blob)],
    ['arrayBuffer', expect.any(ArrayBuffer)],
    ['stream', expect.any(ReadableStream)],
  ] as const)('is given as %s where the caller wants it', async (parseAs, data) => {
    expect(await show()(serve(FOUND).client, { ...INPUT, parseAs })).toEqual(data);
  });

  const envelope = { code: 'code', success: 0, data: 'data', open: openEnvelope };
  test.each([
    ['gives its data', { code: 0, data: [1] }, { ok: true, data: [1] }],
    ['gives nothing where there is none', { code: 0 }, { ok: true, data: undefined }],
    [
      'is a failure by its code',
      { code: 7, msg: 'No.' },
      { ok: false, status: 200, error: { name: 'FailureError', body: { code: 7 } } },
    ],
    ['is the result itself without a code', { name: 'A' }, { ok: true, data: { name: 'A' } }],
    ['is the result itself where it is no object', [1], { ok: true, data: [1] }],
    [
      'is not fooled by a member of every object',
      JSON.parse('{"__proto__":{"code":0},"code":7}'),
      { ok: false },
    ],
  ])('in an envelope %s', async (_, body, expected) => {
    const { client } = serve(() => Response.json(body));
    expect(await client.send(show({ envelope }).route, INPUT)).toMatchObject(expected);
  });
});

describe('a call that ends early', () => {
  const slow = () =>
    new Response(new ReadableStream({ pull: () => never().then(() => undefined) }));

  test('keeps the reason of its signal, in the middle of a body too', async () => {
    const controller = new AbortController();
    const reason = { left: 'the page' };
    const { client } = serve(() => {
      queueMicrotask(() => controller.abort(reason));
      return slow();
    });
    const { error } = await show().safe(client, { ...INPUT, signal: controller.signal });
    expect(error).toMatchObject({ name: 'AbortError', cause: reason });
  });

  test('is aborted by the signal of the client', async () => {
    const { client, requests } = serve(FOUND, { signal: AbortSignal.abort(new Error('closed')) });
    const { error } = await show().safe(client, INPUT);
    expect(error).toMatchObject({ name: 'AbortError', cause: { message: 'closed' } });
    expect(requests).toEqual([]);
  });

  const keys = ['client', 'call'] as const;
  test.each([
    ['client', {}],
    ['client', { signal: undefined }],
    ['client', { signal: null }],
    ['client', { signal: new AbortController().signal }],
    ['call', {}],
  ] as const)(
    'is aborted by the signal of the %s, whose reason it keeps: %o',
    async (by, input) => {
      const controllers = { client: new AbortController(), call: new AbortController() };
      const abort = () => {
        for (const key of [by, ...keys]) controllers[key].abort(new Error(`by ${key}`));
      };
      const answer = () => {
        queueMicrotask(abort);
        return never();
      };
      const { client, requests } = serve(answer, { signal: controllers.client.signal });
      const own = by === 'call' ? { signal: controllers.call.signal } : input;
      const { error } = await show().safe(client, { ...INPUT, ...own });
      expect(error).toBeInstanceOf(AbortError);
      expect(error).toMatchObject({ cause: { message: `by ${by}` } });
      expect(requests[0]?.signal.reason).toMatchObject({ message: `by ${by}` });
    },
  );

  test('keeps the timeout of the client where the call has a signal, and none else', async () => {
    const input = { ...INPUT, signal: new AbortController().signal, timeout: undefined };
    const { error } = await show().safe(serve(never, { timeout: 5 }).client, input);
    expect(error).toBeInstanceOf(TimeoutError);
  });

  test.each([Number.POSITIVE_INFINITY, 2 ** 31, 0])(
    'has no limit in a timeout of %d',
    async (timeout) => {
      const answer = async () => {
        // The next turn of the timers, in which one that is too long would be over.
        await new Promise((resolve) => setTimeout(resolve, 2));
        return FOUND();
      };
      expect(await show().safe(serve(answer).client, { ...INPUT, timeout })).toMatchObject({
        ok: true,
      });
    },
  );

  test('is a RequestError where the signal is none', async () => {
    const outcome = await serve(FOUND).client.send(show().route, JSON.parse('{"signal":{}}'));
    expect(outcome).toMatchObject({ ok: false, error: { name: 'RequestError' } });
  });

  test('asks no middleware where it is aborted before', async () => {
    const seen: CallFacts[] = [];
    const { client } = serve(FOUND, {
      middleware: [
        (request, next, call) => {
          seen.push(call);
          return next(request);
        },
      ],
    });
    await show().safe(client, { ...INPUT, signal: AbortSignal.abort() });
    expect(seen).toEqual([]);
  });

  test('takes a signal that is over in time for a timeout', async () => {
    const { error } = await show().safe(serve(never).client, {
      ...INPUT,
      signal: AbortSignal.abort(new DOMException('late', 'TimeoutError')),
    });
    expect(error).toBeInstanceOf(TimeoutError);
  });
});

describe('a stream', () => {
  /** Answers that come when they are asked for, of whose connection a signal decides as it does in `fetch`. */
  function open(): { answer: (request: Request) => Response; send: (text: string) => void } {
    let sink: ReadableStreamDefaultController<Uint8Array> | undefined;
    const answer = ({ signal }: Request) =>
      new Response(
        new ReadableStream<Uint8Array>({
          start: (controller) => {
            sink = controller;
            signal.addEventListener('abort', () => controller.error(signal.reason));
          },
        }),
      );
    return { answer, send: (text) => sink?.enqueue(new TextEncoder().encode(text)) };
  }

  test('is not cut by the timeout, which ends with the headers', async () => {
    const { answer, send } = open();
    const { client } = serve(answer, { timeout: 5 });
    const stream = await show()(client, { ...INPUT, parseAs: 'stream' });
    // A timer that began later is over, and so would be that of the call.
    await new Promise((resolve) => setTimeout(resolve, 10));
    send('late');
    const { value } = (await stream?.getReader().read()) ?? {};
    expect(new TextDecoder().decode(value)).toBe('late');
  });

  test('has to begin in time', async () => {
    const { client } = serve(never, { timeout: 5 });
    const { error } = await show().safe(client, { ...INPUT, parseAs: 'stream' });
    expect(error).toBeInstanceOf(TimeoutError);
  });

  test.each(['client', 'call'] as const)('is cut by the signal of the %s', async (by) => {
    const { answer } = open();
    const controller = new AbortController();
    const { signal } = controller;
    const { client } = serve(answer, by === 'client' ? { signal } : {});
    const own = by === 'call' ? { signal } : {};
    const stream = await show()(client, { ...INPUT, ...own, parseAs: 'stream' });
    const read = thrownBy(stream?.getReader().read() ?? Promise.resolve());
    controller.abort(new Error('left'));
    expect(await read).toMatchObject({ message: 'left' });
  });
});

describe('the facts of an error', () => {
  const headers = { 'x-request-id': 'r1' };
  test.each([
    ['FailureError', () => Response.json({}, { status: 404, headers })],
    ['UndocumentedStatusError', () => new Response('', { status: 500, headers })],
    ['InvalidAnswerError', () => new Response('<', { headers })],
  ])('of %s have the id of the server', async (name, answer) => {
    const { error } = await show().safe(serve(answer).client, INPUT);
    expect(error).toMatchObject({
      ...{ name, requestId: 'r1', operation: 'show', method: 'get' },
      ...{ path: '/things/{id}', attempt: 1 },
    });
  });

  test.each([
    ['NetworkError', { fetch: () => Promise.reject(new Error('lost')) }],
    ['TimeoutError', { fetch: never, timeout: 5 }],
    ['AbortError', { signal: AbortSignal.abort() }],
    ['RequestError', { baseUrl: '' }],
  ])('of %s have an id of their own', async (name, options) => {
    const { error } = await show().safe(serve(FOUND, options).client, INPUT);
    expect(error).toMatchObject({
      ...{ name, requestId: expect.stringMatching(/^\w+$/), operation: 'show', method: 'get' },
      ...{ path: '/things/{id}', attempt: 1 },
    });
    expect(show().isFailure(error)).toBe(false);
  });
});

describe('the body of an answer', () => {
  test.each<[what: string, route: Partial<Route>, answer: () => Response, outcome: object]>([
    [
      'is absent after HEAD',
      { method: 'head', answers: { 200: 'none' } },
      () => new Response(null, { headers: { 'content-type': 'application/json' } }),
      { ok: true, data: undefined },
    ],
    [
      'is absent where the contract has none',
      { answers: { 200: 'none' } },
      () => new Response('more'),
      { ok: true, data: undefined },
    ],
    [
      'is an empty text',
      { answers: { 200: 'text' } },
      () => new Response(''),
      { ok: true, data: '' },
    ],
    [
      'is JSON by a range of successes',
      { answers: { '2XX': 'json' } },
      () => Response.json([1], { status: 201 }),
      { ok: true, status: 201, data: [1] },
    ],
    [
      'is a failure by default',
      { answers: { default: 'json' } },
      () => Response.json({ title: 'Busy.' }, { status: 503 }),
      { ok: false, status: 503, error: { message: `${NAME}: answered 503: Busy.` } },
    ],
  ])('%s', async (_, route, answer, outcome) => {
    const { client } = serve(answer);
    expect(await client.send(show(route).route, INPUT)).toMatchObject(outcome);
  });

  test.each(['text', 'blob', 'arrayBuffer', 'stream'] as const)(
    'of a failure is read by the contract where the caller wants %s',
    async (parseAs) => {
      const { error } = await show().safe(serve(NONE).client, { ...INPUT, parseAs });
      expect(error).toMatchObject({ status: 404, body: { detail: 'None.' } });
    },
  );
});

test('statuses of default are those that no range has', () => {
  type Ranged = {
    responses: {
      200: { content: { 'application/json': 1 } };
      '4XX': { content: { 'application/json': 4 } };
      default: { content: { 'application/json': 5 } };
    };
  };
  type Body<Status> = Extract<FailureOf<Ranged>, { readonly status: Status }>['body'];
  expectTypeOf<Body<422>>().toEqualTypeOf<4>();
  expectTypeOf<Body<503>>().toEqualTypeOf<5>();
  type Either = FailureOf<Ranged | { responses: { 409: { content: { 'text/plain': string } } } }>;
  expectTypeOf<Extract<Either, { readonly status: 409 }>['body']>().toEqualTypeOf<4 | string>();
});
