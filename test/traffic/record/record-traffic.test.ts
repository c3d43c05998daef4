import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { text as readStream } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { record, startServer } from './recorded-server.ts';

const CREDENTIALS = { authorization: 'Bearer hunter2hunter2' };
const JSON_TYPE = { 'content-type': 'application/json' };
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln';

/** Sends bytes as they are, and gives all that comes back. */
async function sendRaw(url: string, head: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(head);
  return readStream(socket);
}

describe('recordTraffic', () => {
  test('passes requests and answers on, but for what is of one connection', async () => {
    const seen: unknown[] = [];
    const to = await startServer(async (message, response) => {
      const { method, url, headers } = message;
      seen.push({ method, url, headers, body: await readStream(message) });
      response.writeHead(201, {
        'x-own': 'a',
        'keep-alive': 'timeout=9',
        'x-hop': 'b',
        connection: 'x-hop',
      });
      response.end();
    });
    const { url, finish } = await record(`${to}/base/`);
    const body = '{"text":"Hello"}';
    const asked = request(`${url}/notes?a=1&b=%20`, {
      method: 'POST',
      headers: {
        ...CREDENTIALS,
        ...JSON_TYPE,
        connection: 'x-mine',
        'x-mine': '1',
        'proxy-authorization': 'Basic x',
      },
    });
    asked.end(body);
    const [answer] = await once(asked, 'response');
    await answer.resume();
    expect(seen).toEqual([
      {
        method: 'POST',
        url: '/base/notes?a=1&b=%20',
        body,
        headers: {
          host: new URL(to).host,
          connection: 'keep-alive',
          'content-length': '16',
          ...CREDENTIALS,
          ...JSON_TYPE,
        },
      },
    ]);
    expect(answer.statusCode).toBe(201);
    expect(answer.headers['x-own']).toBe('a');
    expect(answer.headers['x-hop']).toBeUndefined();
    expect(await finish()).toMatchObject({ exchanges: 1, broken: 0 });
  });

  test('reports what breaks the contract in both directions, and no secret', async () => {
    const to = await startServer((_request, response) => {
      response.writeHead(200, JSON_TYPE).end('[1,"2"]');
    });
    const { url, finish } = await record(to);
    await fetch(`${url}/notes?page=x&ticket=hunter2`, { headers: CREDENTIALS });
    await fetch(`${url}/nowhere`);
    const { lines, broken } = await finish();
    expect(lines.replaceAll(/\d+ ms/g, '1 ms').split('\n')).toEqual([
      'GET /notes?page=x&ticket=*** listNotes 200 1 ms',
      '  request query at /page: expected integer, got string "x"',
      '  response body at /1: expected integer, got string "2"',
      'GET /nowhere 200 1 ms',
      '  the contract has no such path',
    ]);
    expect(broken).toBe(2);
  });

  test('passes compressed answers on as they are, and records what they say', async () => {
    const to = await startServer((_request, response) => {
      response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }).end(gzipSync('[1,2]'));
    });
    const { url, finish } = await record(to);
    const answer = await fetch(`${url}/notes`, { headers: CREDENTIALS });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(await answer.json()).toEqual([1, 2]);
    const { log, broken } = await finish();
    expect(log.entries[0].response.content).toMatchObject({ text: '[1,2]', size: 5 });
    expect(broken).toBe(0);
  });

  test('records bytes that are no text in base64', async () => {
    const bytes = Buffer.from([0xff, 0xd8, 0, 1]);
    const to = await startServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'image/jpeg' }).end(bytes);
    });
    const { url, finish } = await record(to);
    const answer = await fetch(`${url}/notes`);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    const { log } = await finish();
    const { text, encoding } = log.entries[0].response.content;
    expect(encoding).toBe('base64');
    expect(Buffer.from(text, 'base64')).toEqual(bytes);
  });

  test.each([
    ['HEAD', 200],
    ['GET', 204],
    ['GET', 304],
  ])('passes %s with an answer of %i on, which has no body', async (method, status) => {
    const to = await startServer((_request, response) => {
      response.writeHead(status, status === 200 ? { 'content-length': '9' } : {}).end();
    });
    const { url, finish } = await record(to);
    const answer = await fetch(`${url}/notes`, { method });
    expect([answer.status, await answer.text()]).toEqual([status, '']);
    if (status === 200) expect(answer.headers.get('content-length')).toBe('9');
    expect((await finish()).log.entries[0].response.content).not.toHaveProperty('text');
  });

  test('passes a body beyond the limit on, and records its size alone', async () => {
    const large = JSON.stringify(Array.from({ length: 2000 }, () => 1));
    const to = await startServer((message, response) => {
      message.pipe(response.writeHead(200, JSON_TYPE));
    });
    const { url, finish } = await record(to);
    const answer = await fetch(`${url}/notes`, { method: 'POST', body: large });
    expect(await answer.text()).toBe(large);
    const { log } = await finish();
    expect(log.entries[0].response.content).toEqual({
      size: large.length,
      mimeType: 'application/json',
    });
    expect(log.entries[0].request.bodySize).toBe(large.length);
  });

  test('streams: a part of an answer arrives while the rest waits', async () => {
    let end: (() => void) | undefined;
    const to = await startServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
      end = () => response.end('data: 2\n\n');
    });
    const { url, finish } = await record(to);
    const answer = await fetch(`${url}/notes`);
    const reader = answer.body?.getReader();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('data: 1\n\n');
    end?.();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('data: 2\n\n');
    await reader?.read();
    expect((await finish()).log.entries[0].response.content.text).toBe('data: 1\n\ndata: 2\n\n');
  });

  test('passes redirects on, and asks no other host', async () => {
    const asked: unknown[] = [];
    const other = await startServer((message, response) => {
      asked.push(message.url);
      response.end();
    });
    const to = await startServer((_request, response) => {
      response.writeHead(302, { location: `${other}/elsewhere` }).end();
    });
    const { url, finish } = await record(to);
    const answer = await fetch(`${url}/notes`, { headers: CREDENTIALS, redirect: 'manual' });
    expect(answer.headers.get('location')).toBe(`${other}/elsewhere`);
    const reply = await sendRaw(url, `GET ${other}/x HTTP/1.1\r\nHost: a\r\n\r\n`);
    expect(reply).toMatch(/^HTTP\/1.1 400 .*All requests go to/s);
    expect(asked).toEqual([]);
    expect((await finish()).exchanges).toBe(1);
  });

  test('answers 502 where the server cannot be reached, and says why', async () => {
    const { url, finish } = await record('http://127.0.0.1:1');
    const answer = await fetch(`${url}/notes`);
    expect(answer.status).toBe(502);
    expect(await answer.text()).toBe(
      'Expected an answer of http://127.0.0.1:1/, found: connect ECONNREFUSED 127.0.0.1:1.\n',
    );
    const { log, lines } = await finish();
    expect(log.entries[0].response.status).toBe(0);
    expect(lines).toContain('  Expected an answer of http://127.0.0.1:1/');
  });

  test('breaks an answer off that the server breaks off', async () => {
    const to = await startServer((_request, response) => {
      response.writeHead(200, { 'content-length': '99' }).write('a', () => response.destroy());
    });
    const { url, finish } = await record(to);
    await expect(fetch(`${url}/notes`).then((answer) => answer.text())).rejects.toThrow();
    expect((await finish()).log.entries[0].comment).toMatch(/^the answer broke off/);
  });

  test('refuses WebSockets, and says so', async () => {
    const { url, finish } = await record(await startServer(() => {}));
    const upgrade =
      'GET /notes HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
    expect(await sendRaw(url, upgrade)).toMatch(/^HTTP\/1.1 501 .*No WebSocket is passed on\.\n$/s);
    await finish();
  });

  test.each<
    [what: string, path: string, init: RequestInit, answer: string, headers: Record<string, string>]
  >([
    ['credentials', '/notes', { headers: CREDENTIALS }, '[]', {}],
    [
      'credentials that an answer quotes',
      '/notes',
      { headers: CREDENTIALS },
      '{"error":"no hunter2hunter2"}',
      { 'x-echo': 'hunter2hunter2' },
    ],
    [
      'cookies',
      '/notes',
      { headers: { cookie: 'sid=hunter2' } },
      '[]',
      { 'set-cookie': 'sid=hunter2; Path=/' },
    ],
    ['API keys of the contract', '/notes', { headers: { 'x-custom': 'hunter2' } }, '[]', {}],
    ['tokens in queries', '/notes?ticket=hunter2', {}, '[]', {}],
    ['tokens in paths', '/shares/hunter2', {}, '{}', {}],
    [
      'links of answers',
      '/notes',
      {},
      '{"url":"https://a.test/shares/hunter2"}',
      { location: 'https://a.test/shares/hunter2' },
    ],
    [
      'passwords in bodies',
      '/notes',
      { method: 'POST', body: '{"password":"hunter2"}', headers: JSON_TYPE },
      '{"token":"hunter2"}',
      {},
    ],
    [
      'passwords in forms',
      '/notes',
      { method: 'POST', body: new URLSearchParams({ password: 'hunter2' }) },
      '[]',
      {},
    ],
    ['tokens by their shape', `/notes?page=${JWT}`, {}, `["${JWT}"]`, {}],
  ])('masks %s', async (_what, path, init, answer, headers) => {
    const to = await startServer((_request, response) => {
      response.writeHead(200, { ...JSON_TYPE, ...headers }).end(answer);
    });
    const { url, finish } = await record(to);
    const got = await fetch(url + path, init);
    expect(await got.text()).toBe(answer);
    const { text, lines } = await finish();
    expect(text).toContain('***');
    for (const secret of ['hunter2', JWT]) {
      expect(text).not.toContain(secret);
      expect(lines).not.toContain(secret);
    }
  });

  test('keeps the scheme of credentials', async () => {
    const to = await startServer((_request, response) => void response.end());
    const { url, finish } = await record(to);
    await fetch(`${url}/notes`, { headers: CREDENTIALS });
    const [{ request: sent }] = (await finish()).log.entries;
    expect(sent.headers).toContainEqual({ name: 'authorization', value: 'Bearer ***' });
  });

  test('has a whole file after each exchange', async () => {
    const to = await startServer((_request, response) => {
      response.writeHead(200, JSON_TYPE).end('[1]');
    });
    const { url, readText, finish } = await record(to);
    const count = async () => JSON.parse(await readText()).log.entries.length;
    expect(await count()).toBe(0);
    for (let sent = 0; sent < 3; sent += 1) {
      await (await fetch(`${url}/notes`, { headers: CREDENTIALS })).text();
      await expect.poll(count).toBe(sent + 1);
    }
    expect((await finish()).log).toMatchObject({ version: '1.2', _api: 'notes', _server: to });
  });
});
