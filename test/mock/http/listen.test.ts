import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Listener, listen } from '../../../src/mock/http/listen.ts';
import type { RequestBody, Serve } from '../../../src/mock/http/message.ts';
import { readBytes } from '../../../src/mock/http/read-bytes.ts';

const echo: Serve = async ({ method, origin, path, query, body }) => ({
  status: 200,
  headers: {},
  body: `${method} ${origin}${path}?${query} ${body && (await readText(body))}`,
});

async function readText(body: RequestBody): Promise<string> {
  const read = await readBytes(body, new Headers(), 1000);
  return 'bytes' in read ? read.bytes.toString() : JSON.stringify(read);
}

async function start(...args: Parameters<typeof listen>): Promise<Listener> {
  const listener = await listen(...args);
  onTestFinished(listener.close);
  return listener;
}

/** Opens a connection, sends one request and leaves it open. */
async function keepAlive(url: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n');
  await once(socket, 'data');
  return socket;
}

describe('listen', () => {
  test('serves on a free port of loopback', async () => {
    const { url } = await start(echo);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const response = await fetch(`${url}/a?b=c`, { method: 'PUT', body: 'text' });
    expect(await response.text()).toBe(`PUT ${url}/a?b=c text`);
  });

  test.each([
    ['text of ASCII', 'plain', 5],
    ['text beyond Latin-1', 'ä €', 6],
    ['bytes', Buffer.from('ä'), 2],
  ])('sends %s in UTF-8, with its length', async (_kind, body, length) => {
    const { url } = await start(async () => ({ status: 200, headers: {}, body }));
    const response = await fetch(url);
    expect(response.headers.get('content-length')).toBe(String(length));
    expect(await response.text()).toBe(String(body));
  });

  test('rejects with EADDRINUSE when the port is taken', async () => {
    const { url } = await start(echo);
    const port = Number(new URL(url).port);
    await expect(listen(echo, { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test.each<[what: string, serve: Serve]>([
    ['fails', () => Promise.reject(new TypeError('No answer.'))],
    ['gives a header that cannot be sent', async () => ({ status: 200, headers: { a: 'a\nb' } })],
    ['gives no status', async () => ({ status: 0, headers: {} })],
  ])('answers a request with 500 and tells why where its function %s', async (_what, serve) => {
    const errors: unknown[] = [];
    const { url } = await start(serve, {}, (error) => errors.push(error));
    const response = await fetch(url, { method: 'POST', body: 'a' });
    expect(response.status).toBe(500);
    expect(await response.text()).toContain('failed to answer');
    expect(errors).toEqual([expect.any(Error)]);
  });

  test.each(['', ' '])('does not bind every interface for the address %j', async (host) => {
    await expect(listen(echo, { host })).rejects.toThrow('host: expected an address');
  });

  test('serves two listeners of one server function on different ports', async () => {
    const [first, second] = await Promise.all([start(echo), start(echo)]);
    expect(first.url).not.toBe(second.url);
  });
});

describe('close', () => {
  test('ends an idle keep-alive connection at once', async () => {
    const listener = await listen(echo);
    const socket = await keepAlive(listener.url);
    const ended = once(socket, 'close');
    await listener.close();
    await ended;
    expect(socket.closed).toBe(true);
  });

  test('ends a connection that still waits for its answer', async () => {
    const asked = Promise.withResolvers<void>();
    const listener = await listen(() => {
      asked.resolve();
      return new Promise(() => {});
    });
    const answer = fetch(listener.url);
    await asked.promise;
    await Promise.all([listener.close(), expect(answer).rejects.toThrow('fetch failed')]);
  });

  test('takes no more connections', async () => {
    const listener = await listen(echo);
    await listener.close();
    await expect(fetch(listener.url)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  });

  test('may be called twice', async () => {
    const listener = await listen(echo);
    await listener.close();
    await expect(listener.close()).resolves.toBeUndefined();
  });
});

describe('stop', () => {
  /** Longer than any test takes. */
  const PATIENT = 600_000;

  /** Server whose answers wait until they are let go. */
  async function hold() {
    const asked = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    const listener = await start(async () => {
      asked.resolve();
      await held.promise;
      return { status: 200, headers: {}, body: 'at last' };
    });
    return { ...listener, asked: asked.promise, letGo: held.resolve };
  }

  test('finishes a request that is under way, and closes its connection', async () => {
    const { url, asked, letGo, stop } = await hold();
    const answer = fetch(url);
    await asked;
    const stopped = stop(PATIENT);
    letGo();
    const response = await answer;
    expect(response.headers.get('connection')).toBe('close');
    expect(await response.text()).toBe('at last');
    await stopped;
  });

  test('takes no more connections meanwhile', async () => {
    const { url, asked, letGo, stop } = await hold();
    const answer = fetch(url);
    await asked;
    const stopped = stop(PATIENT);
    await expect(fetch(url)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    letGo();
    expect((await answer).status).toBe(200);
    await stopped;
  });

  test.each<[what: string, sent: string]>([
    ['nothing', ''],
    ['half the head of a request', 'GET / HTTP/1.1\r\n'],
  ])('closes a connection on which there is %s at once', async (_what, sent) => {
    const listener = await start(echo);
    const socket = await keepAlive(listener.url);
    const fresh = connect(Number(new URL(listener.url).port), '127.0.0.1');
    await once(fresh, 'connect');
    const ended = Promise.all([once(socket, 'close'), once(fresh, 'close')]);
    await new Promise((resolve) => fresh.write(sent, resolve));
    // Both have arrived once another request is answered.
    await fetch(listener.url);
    await listener.stop(PATIENT);
    await ended;
  });

  test('closes the connection of a stream once that has ended', async () => {
    const opened = Promise.withResolvers<ReadableStreamDefaultController<Uint8Array>>();
    const stream = () => new ReadableStream<Uint8Array>({ start: opened.resolve });
    const listener = await start(async () => ({ status: 200, headers: {}, stream }));
    const answer = await fetch(listener.url);
    const controller = await opened.promise;
    const stopped = listener.stop(PATIENT);
    controller.enqueue(Buffer.from('the end'));
    controller.close();
    expect(await answer.text()).toBe('the end');
    await stopped;
  });

  test('breaks off what takes too long', async () => {
    const { url, asked, stop } = await hold();
    const answer = fetch(url);
    await asked;
    await Promise.all([stop(1), expect(answer).rejects.toThrow('fetch failed')]);
  });

  test('breaks off all where it is to close at once after all', async () => {
    const { url, asked, stop, close } = await hold();
    const answer = fetch(url);
    await asked;
    const stopped = stop(PATIENT);
    await Promise.all([close(), stopped, expect(answer).rejects.toThrow('fetch failed')]);
  });
});
