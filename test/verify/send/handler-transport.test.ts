import { describe, expect, onTestFinished, test } from 'vitest';
import { createSender } from '../../../src/verify/send/create-sender.ts';
import { fromListener } from '../../../src/verify/send/from-listener.ts';
import type { FetchHandler, Sender, SendOptions } from '../../../src/verify/send/send-options.ts';

const URL = 'http://app.test/items?limit=2';
const GET = { method: 'GET', url: URL, headers: {} };

function makeSender(fetch: FetchHandler, options: Partial<SendOptions> = {}): Sender {
  const limits = { timeout: 60_000, maxBytes: 1000, concurrency: 2 };
  const sender = createSender({ ...limits, fetch, ...options });
  onTestFinished(() => sender.close());
  return sender;
}

describe('createSender with a fetch handler', () => {
  test('gives it the request, and reads the answer', async () => {
    const sender = makeSender(async (request) =>
      Response.json(
        {
          method: request.method,
          url: request.url,
          key: request.headers.get('x-key'),
          body: await request.text(),
        },
        { status: 201 },
      ),
    );
    const request = { method: 'PUT', url: URL, headers: { 'x-key': 'k' }, body: Buffer.from('b') };
    const { status, bytes } = await sender.send(request);
    expect(status).toBe(201);
    expect(JSON.parse(Buffer.from(bytes).toString())).toEqual({
      method: 'PUT',
      url: URL,
      key: 'k',
      body: 'b',
    });
    expect(sender.sent).toBe(1);
  });

  test('gives it a form in parts with the boundary of the form', async () => {
    const form = new FormData();
    form.set('name', 'value');
    const sender = makeSender(async (request) =>
      Response.json([...(await request.formData()).keys()]),
    );
    const headers = { 'content-type': 'multipart/form-data' };
    const { bytes } = await sender.send({ method: 'POST', url: URL, headers, body: form });
    expect(Buffer.from(bytes).toString()).toBe('["name"]');
  });

  test('follows no redirect', async () => {
    const sender = makeSender(() => Response.redirect('http://elsewhere.test/', 302));
    expect(await sender.send(GET)).toMatchObject({ status: 302 });
  });

  test.for<readonly [string, FetchHandler, string, string]>([
    [
      'throws',
      () => {
        throw new TypeError('no table');
      },
      'thrown',
      'throws TypeError: no table',
    ],
    ['rejects', () => Promise.reject('why'), 'thrown', 'throws why'],
    ['fails in its body', () => new Response(failingBody()), 'thrown', 'throws Error: half'],
    ['has no end', () => new Response(endlessBody()), 'too-long', 'at most 1000 bytes'],
    ['hangs', () => new Promise(() => {}), 'too-late', 'within 100 ms, found none'],
    [
      'hangs in its body',
      () => new Response(new ReadableStream()),
      'too-late',
      'found 200 and 0 bytes',
    ],
    ['gives nothing', () => JSON.parse('null'), 'malformed', 'expected a Response, found null'],
    ['gives a text', () => JSON.parse('"x"'), 'malformed', 'expected a Response, found string'],
  ])('says that a handler %s', async ([, fetch, problem, words]) => {
    const timeout = problem === 'too-late' ? 100 : 60_000;
    await expect(makeSender(fetch, { timeout }).send(GET)).rejects.toMatchObject({
      name: 'AnswerError',
      problem,
      message: expect.stringContaining(words),
    });
  });

  test.for([
    ['GET with a body', { ...GET, body: 'x' }],
    ['a method that Fetch forbids', { ...GET, method: 'TRACE' }],
    ['a relative URL', { ...GET, url: '/items' }],
  ] as const)('refuses %s', async ([, request]) => {
    const sender = makeSender(() => new Response());
    await expect(sender.send(request)).rejects.toMatchObject({ name: 'RequestError' });
  });

  test('tells the handler that nobody waits any more', async () => {
    const heard = Promise.withResolvers<void>();
    const sender = makeSender(
      (request) => {
        request.signal.addEventListener('abort', () => heard.resolve());
        return new Promise(() => {});
      },
      { timeout: 50 },
    );
    await expect(sender.send(GET)).rejects.toMatchObject({ problem: 'too-late' });
    await heard.promise;
  });
});

describe('fromListener', () => {
  test('asks a listener of node:http without a port', async () => {
    const fetch = fromListener(async (request, response) => {
      const body = (await request.toArray()).join('');
      response.writeHead(202, {
        'set-cookie': ['a=1', 'b=2'],
        'x-host': String(request.headers.host),
      });
      response.end(`${request.method} ${request.url} ${body}`);
    });
    const sender = makeSender(fetch);
    const answer = await sender.send({ method: 'POST', url: URL, headers: {}, body: 'hello' });
    expect(Buffer.from(answer.bytes).toString()).toBe('POST /items?limit=2 hello');
    expect(answer.status).toBe(202);
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(answer.headers.get('x-host')).toBe('app.test');
  });

  test('gives an answer without a body', async () => {
    const sender = makeSender(fromListener((_request, response) => response.writeHead(204).end()));
    expect(await sender.send(GET)).toMatchObject({ status: 204, bytes: { length: 0 } });
  });

  test('says that a listener drops the connection', async () => {
    const sender = makeSender(fromListener((request) => request.socket.destroy()));
    await expect(sender.send(GET)).rejects.toMatchObject({ problem: 'thrown' });
  });
});

function failingBody(): ReadableStream {
  return new ReadableStream({
    pull(controller) {
      controller.error(new Error('half'));
    },
  });
}

function endlessBody(): ReadableStream {
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(Buffer.alloc(300));
    },
  });
}
