import { once } from 'node:events';
import { createServer as createSecureServer } from 'node:https';
import { createServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createSender } from '../../../src/verify/send/create-sender.ts';
import type { Sender, SendOptions } from '../../../src/verify/send/send-options.ts';
import type { ServerRequest } from '../../../src/verify/send/server-request.ts';
import { makeCertificate } from './make-certificate.ts';
import { serve, serveBytes, serveHttp } from './raw-server.ts';

const GENEROUS = { timeout: 60_000, maxBytes: 1_000_000, concurrency: 4 };
const OK = 'HTTP/1.1 200 OK\r\n';

/** Makes a sender that ends with the test. */
function makeSender(options: Partial<SendOptions> = {}): Sender {
  const sender = createSender({ ...GENEROUS, ...options });
  onTestFinished(() => sender.close());
  return sender;
}

function get(url: string): ServerRequest {
  return { method: 'GET', url, headers: {} };
}

/** What a request fails with. */
function failureOf(url: string, options: Partial<SendOptions> = {}): Promise<unknown> {
  return makeSender(options)
    .send(get(url))
    .then(
      () => 'no failure',
      (error: unknown) => error,
    );
}

const textOf = ({ bytes }: { readonly bytes: Uint8Array }) => Buffer.from(bytes).toString();

describe('createSender over HTTP', () => {
  test('sends method, raw target, headers and body, and gives the whole answer', async () => {
    const url = await serveHttp(async (request, response) => {
      const body = (await request.toArray()).join('');
      const { method, url: target, headers } = request;
      response.writeHead(201, { 'set-cookie': ['a=1', 'b=2'] });
      response.end(
        JSON.stringify({ method, target, type: headers['content-type'], host: headers.host, body }),
      );
    });
    const answer = await makeSender().send({
      method: 'POST',
      url: `${url}/a/../b%2e/ü x?q=%zz&r='"#fragment`,
      headers: { 'content-type': 'text/plain' },
      body: 'grüße',
    });
    expect(JSON.parse(textOf(answer))).toEqual({
      method: 'POST',
      target: `/a/../b%2e/%C3%BC%20x?q=%zz&r='"`,
      type: 'text/plain',
      host: new URL(url).host,
      body: 'grüße',
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(answer.milliseconds).toBeGreaterThan(0);
  });

  test.for([
    ['bytes', Uint8Array.of(0, 255), undefined],
    ['a form in parts', makeForm(), /^multipart\/form-data; boundary=/],
  ] as const)('sends %s', async ([, body, type]) => {
    const url = await serveHttp(async (request, response) => {
      response.setHeader('x-type', String(request.headers['content-type']));
      response.end(Buffer.concat(await request.toArray()));
    });
    const headers = body instanceof FormData ? { 'Content-Type': 'multipart/form-data' } : {};
    const answer = await makeSender().send({ method: 'POST', url, headers, body });
    if (type === undefined) expect([...answer.bytes]).toEqual([0, 255]);
    else expect(textOf(answer)).toContain('name="n"\r\n\r\nv\r\n');
    expect(answer.headers.get('x-type')).toMatch(type ?? /^undefined$/);
  });

  test('reads an answer without a body, and one to HEAD', async () => {
    const url = await serveHttp((request, response) =>
      request.method === 'HEAD'
        ? response.writeHead(200, { 'content-length': 7 }).end()
        : response.writeHead(204).end(),
    );
    const sender = makeSender();
    expect(await sender.send(get(url))).toMatchObject({ status: 204, bytes: { length: 0 } });
    const head = await sender.send({ method: 'HEAD', url, headers: {} });
    expect(head).toMatchObject({ status: 200, bytes: { length: 0 } });
  });

  test('takes off a content encoding, and refuses bytes of another', async () => {
    const url = await serveHttp((request, response) =>
      response
        .writeHead(200, { 'content-encoding': 'gzip' })
        .end(request.url === '/good' ? gzipSync('hello') : 'hello'),
    );
    expect(textOf(await makeSender().send(get(`${url}/good`)))).toBe('hello');
    expect(await failureOf(`${url}/bad`)).toMatchObject({
      name: 'AnswerError',
      problem: 'malformed',
      message: expect.stringContaining('expected a body in the encoding gzip'),
    });
  });

  test('bounds a body by its length without encoding', async () => {
    const bomb = gzipSync(Buffer.alloc(1_000_000));
    const url = await serveHttp((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    const failure = await failureOf(url, { maxBytes: 10_000 });
    expect(bomb.length).toBeLessThan(10_000);
    expect(failure).toMatchObject({ name: 'AnswerError', problem: 'too-long' });
  });

  test('follows no redirect: the other host gets no request', async () => {
    let asked = 0;
    const other = await serveHttp((_request, response) => {
      asked += 1;
      response.end();
    });
    const url = await serveHttp((_request, response) =>
      response.writeHead(307, { location: other }).end(),
    );
    const answer = await makeSender().send({
      method: 'POST',
      url,
      headers: { authorization: 'Bearer mine', 'x-key': 'mine' },
      body: 'x',
    });
    expect(answer.status).toBe(307);
    expect(answer.headers.get('location')).toBe(other);
    expect(asked).toBe(0);
  });

  test('keeps connections open, and has no more than its concurrency', async () => {
    const sockets = new Set<unknown>();
    let now = 0;
    let most = 0;
    const url = await serveHttp((request, response) => {
      sockets.add(request.socket);
      now += 1;
      most = Math.max(most, now);
      setImmediate(() => {
        now -= 1;
        response.end();
      });
    });
    const sender = makeSender({ concurrency: 3 });
    await Promise.all(Array.from({ length: 30 }, () => sender.send(get(url))));
    expect(sockets.size).toBeLessThanOrEqual(3);
    expect(most).toBeLessThanOrEqual(3);
    expect(most).toBeGreaterThan(1);
    expect(sender.sent).toBe(30);
  });

  test('sends in the order of calls', async () => {
    const seen: unknown[] = [];
    const url = await serveHttp((request, response) => {
      seen.push(request.url);
      response.end();
    });
    const sender = makeSender({ concurrency: 1, rate: 500 });
    const paths = ['/0', '/1', '/2', '/3', '/4'];
    await Promise.all(paths.map((path) => sender.send(get(url + path))));
    expect(seen).toEqual(paths);
  });

  test.for([
    ['GET', true],
    ['POST', false],
  ] as const)(
    'where an open connection was closed meanwhile, %s is sent again: %s',
    async ([method, isAgain]) => {
      let requests = 0;
      const url = await serve(
        createServer((socket) =>
          socket.on('data', () => {
            requests += 1;
            // The second request meets a connection that ends as it comes.
            if (requests === 2) socket.resetAndDestroy();
            else socket.write(`${OK}content-length: 0\r\n\r\n`);
          }),
        ),
      );
      const sender = makeSender();
      await sender.send(get(url));
      const second = await sender.send({ method, url, headers: {} }).catch((error: Error) => error);
      expect(second).toMatchObject(isAgain ? { status: 200 } : { problem: 'reset' });
      expect(requests).toBe(isAgain ? 3 : 2);
    },
  );
});

describe('createSender where there is no connection', () => {
  test('says that nothing listens', async () => {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/a`;
    await new Promise((resolve) => server.close(resolve));
    expect(await failureOf(`${url}?api_key=mine`)).toMatchObject({
      name: 'ConnectionError',
      problem: 'refused',
      message: `GET ${url}?api_key=***: expected a connection, found that the connection is refused (ECONNREFUSED). Start the server, or correct --url.`,
    });
  });

  test('says that a host is unknown', async () => {
    expect(await failureOf('http://nobody.invalid/')).toMatchObject({
      name: 'ConnectionError',
      problem: 'unknown-host',
    });
  });

  test('says that the server drops the connection', async () => {
    const url = await serveBytes((socket) => socket.resetAndDestroy());
    expect(await failureOf(url)).toMatchObject({
      name: 'ConnectionError',
      problem: 'reset',
      message: expect.stringContaining('found that the server drops the connection (ECONNRESET)'),
    });
  });

  test('names --insecure for a self-signed certificate, which it allows', async () => {
    const { key, cert } = await makeCertificate();
    const url = await serve(
      createSecureServer({ key, cert }, (_request, response) => response.end('safe')),
      'https',
    );
    expect(await failureOf(url)).toMatchObject({
      name: 'ConnectionError',
      problem: 'tls',
      message: expect.stringMatching(/found a self-signed one \(.*\)\. Allow it with --insecure/),
    });
    expect(textOf(await makeSender({ insecure: true }).send(get(url)))).toBe('safe');
  });

  test('says that a server does not speak TLS', async () => {
    const url = await serveHttp((_request, response) => response.end());
    expect(await failureOf(url.replace('http:', 'https:'))).toMatchObject({
      name: 'ConnectionError',
      problem: 'tls',
      message: expect.stringContaining('Does the server speak http:// there?'),
    });
  });

  test.each([
    ['nginx', '<center>The plain HTTP request was sent to HTTPS port</center>'],
    ['Apache', "Reason: You're speaking plain HTTP to an SSL-enabled server port.<br />"],
    ['Go', 'Client sent an HTTP request to an HTTPS server.\n'],
  ])('says that a server speaks TLS alone, as %s says it', async (_who, body) => {
    const url = await serveHttp((_request, response) => response.writeHead(400).end(body));
    expect(await failureOf(url)).toMatchObject({
      name: 'ConnectionError',
      problem: 'tls',
      message: expect.stringContaining('found one that speaks HTTPS there. Begin --url with'),
    });
  });

  test('shows no user and no password of a URL', async () => {
    expect(String(await failureOf('http://me:mine@nobody.invalid/'))).not.toContain('mine');
  });
});

describe('createSender where an answer cannot be read', () => {
  const HANGING = [
    ['before its head', '', 'found none'],
    ['in its head', `${OK}content-type: te`, 'found none'],
    ['in its body', `${OK}content-length: 9\r\n\r\nabc`, 'found 200 and 3 bytes of a body'],
    [
      'between chunks',
      `${OK}transfer-encoding: chunked\r\n\r\n2\r\nab\r\n`,
      'found 200 and 2 bytes',
    ],
  ] as const;

  test.for(HANGING)('does not wait for a server that hangs %s', async ([, bytes, found]) => {
    const url = await serveBytes((socket) => socket.write(bytes));
    expect(await failureOf(url, { timeout: 100 })).toMatchObject({
      name: 'AnswerError',
      problem: 'too-late',
      message: expect.stringContaining(`expected a whole answer within 100 ms, ${found}`),
    });
  });

  const UNREADABLE: readonly (readonly [string, string, string])[] = [
    ['bytes that are not HTTP', '\0\x01\x02garbage', 'not-http'],
    ['a line of another protocol', '220 ready\r\n', 'not-http'],
    ['an odd header name', `${OK}na me: x\r\n\r\n`, 'malformed'],
    ['control characters in a header', `${OK}x: a\x01b\r\n\r\n`, 'malformed'],
    ['two lengths', `${OK}content-length: 1\r\ncontent-length: 2\r\n\r\nab`, 'malformed'],
    ['a chunk of no size', `${OK}transfer-encoding: chunked\r\n\r\nzz\r\n`, 'malformed'],
    ['huge headers', `${OK}x: ${'y'.repeat(100_000)}\r\n\r\n`, 'too-long'],
    [
      'another protocol',
      'HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n',
      'not-http',
    ],
  ];

  test.for(UNREADABLE)('refuses %s', async ([, bytes, problem]) => {
    const url = await serveBytes((socket) => socket.write(bytes));
    expect(await failureOf(url)).toMatchObject({ name: 'AnswerError', problem });
  });

  test('says where a body is cut off', async () => {
    const url = await serveBytes((socket) => socket.end(`${OK}content-length: 9\r\n\r\nabc`));
    expect(await failureOf(url)).toMatchObject({
      name: 'AnswerError',
      problem: 'cut-off',
      message: expect.stringContaining('ends after 3 bytes'),
    });
  });

  test('ends a body without an end, and its connection', async () => {
    const closed = Promise.withResolvers<void>();
    const url = await serveBytes((socket) => {
      socket.on('close', () => closed.resolve());
      socket.write(`${OK}\r\n`);
      writeForever(socket);
    });
    expect(await failureOf(url, { maxBytes: 100_000 })).toMatchObject({
      name: 'AnswerError',
      problem: 'too-long',
      message: expect.stringContaining('expected a body of at most 100000 bytes, found more'),
    });
    await closed.promise;
  });
});

describe('createSender where a request cannot be written', () => {
  test.for([
    ['a line break in a header', { ...get('http://127.0.0.1:9'), headers: { a: 'b\r\nc: d' } }],
    ['an odd method', { ...get('http://127.0.0.1:9'), method: 'G T' }],
    ['no URL', get('/items')],
    ['another scheme', get('ftp://127.0.0.1/')],
  ] as const)('refuses %s', async ([, request]) => {
    await expect(makeSender().send(request)).rejects.toMatchObject({ name: 'RequestError' });
  });
});

describe('budget of a run', () => {
  test('ends after its requests', async () => {
    let asked = 0;
    const url = await serveHttp((_request, response) => {
      asked += 1;
      response.end();
    });
    const sender = makeSender({ maxRequests: 3 });
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => sender.send(get(url))));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect([asked, sender.sent]).toEqual([3, 3]);
    await expect(sender.send(get(url))).rejects.toMatchObject({
      name: 'StoppedError',
      reason: 'requests',
      message: 'Stopped after 3 requests, as --max-requests says.',
    });
  });

  test('ends after its time, also what is under way', async () => {
    const url = await serveBytes(() => {});
    const failure = await failureOf(url, { maxTime: 50 });
    expect(failure).toMatchObject({ name: 'StoppedError', reason: 'time' });
  });

  test('ends with its signal, for what is under way and for what waits', async () => {
    const controller = new AbortController();
    const url = await serveBytes(() => controller.abort());
    const sender = makeSender({ signal: controller.signal, concurrency: 1 });
    const all = await Promise.allSettled([sender.send(get(url)), sender.send(get(url))]);
    const stopped = { status: 'rejected', reason: { name: 'StoppedError', reason: 'signal' } };
    expect(all).toMatchObject([stopped, stopped]);
    expect(sender.sent).toBe(1);
  });

  test('does not wait for its pace beyond its end', async () => {
    const url = await serveHttp((_request, response) => response.end());
    const controller = new AbortController();
    const sender = makeSender({ signal: controller.signal, rate: 0.001 });
    await sender.send(get(url));
    const second = sender.send(get(url));
    controller.abort();
    await expect(second).rejects.toMatchObject({ reason: 'signal' });
  });

  test('sends nothing once it is closed', async () => {
    const sender = makeSender();
    await sender.close();
    await expect(sender.send(get('http://127.0.0.1:9'))).rejects.toMatchObject({
      reason: 'closed',
    });
    expect(sender.sent).toBe(0);
  });
});

function makeForm(): FormData {
  const form = new FormData();
  form.set('n', 'v');
  return form;
}

function writeForever(socket: Socket): void {
  const block = Buffer.alloc(65_536, 'x');
  const more = () => {
    if (socket.destroyed) return;
    if (socket.write(block)) setImmediate(more);
    else socket.once('drain', more);
  };
  more();
}
