import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createMock } from '../../../src/mock/create-mock.ts';
import { contractOf } from '../../support/test-contract.ts';

const CHUNK = Buffer.alloc(2 ** 12, 'a');
/** Twice the limit, and so little that no machine is too busy for it in the time that the server waits. */
const CHUNK_COUNT = 16;
const LIMIT = (CHUNK_COUNT / 2) * CHUNK.length;
const post = {
  requestBody: { content: { 'text/plain': {} } },
  responses: { 201: { description: 'Taken.' } },
};
const contract = contractOf({ paths: { '/': { post } } });

async function start(bodyLimit: number): Promise<string> {
  const mock = createMock({ apis: [{ name: 'test', mount: '', contract }], bodyLimit });
  onTestFinished(mock.close);
  return (await mock.listen()).url;
}

const LENGTH = `content-length: ${CHUNK_COUNT * CHUNK.length}`;
const CHUNKED = 'transfer-encoding: chunked';

interface Upload {
  readonly head: string;
  /** How many chunks are sent before the sender stops without an end. */
  readonly stopAfter?: number;
}

/** Sends a body over a connection of its own, and gives all that came back when the server ended it. */
async function upload(url: string, { head, stopAfter = CHUNK_COUNT }: Upload): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const closed = once(socket, 'close');
  socket.write(`POST / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n${head}\r\n\r\n`);
  const isChunked = head.startsWith('transfer-encoding');
  for (let index = 0; index < stopAfter; index += 1) {
    if (isChunked) socket.write(`${CHUNK.length.toString(16)}\r\n`);
    socket.write(CHUNK);
    if (isChunked) socket.write('\r\n');
    // A turn of the server's as well, in which it could end the connection too early.
    await turn();
  }
  if (isChunked && stopAfter === CHUNK_COUNT) socket.write('0\r\n\r\n');
  // Many clients read no answer before all is sent.
  const answer = readAll(socket);
  await closed;
  return answer;
}

async function readUntil(socket: Socket, pattern: RegExp): Promise<string> {
  let text = '';
  for await (const part of socket.setEncoding('utf8')) {
    text += part;
    if (pattern.test(text)) break;
  }
  return text;
}

async function readAll(socket: Socket): Promise<string> {
  let text = '';
  for await (const part of socket.setEncoding('utf8')) text += part;
  return text;
}

describe('body limit', () => {
  test('is 10 MB when nobody says otherwise', async () => {
    // Without a connection, which a server ends whose client is slow to send so much.
    const mock = createMock({ apis: [{ name: 'test', mount: '', contract }] });
    const send = (size: number) =>
      mock.fetch(
        new Request('http://mock.test/', { method: 'POST', body: Buffer.alloc(size, 'a') }),
      );
    expect((await send(10 * 2 ** 20)).status).toBe(201);
    expect((await send(10 * 2 ** 20 + 1)).status).toBe(413);
  });

  test('is the one that was asked for', async () => {
    const url = await start(3);
    const send = (body: string) => fetch(url, { method: 'POST', body });
    expect((await send('aaa')).status).toBe(201);
    const answer = await send('aaaa');
    expect(JSON.parse(answer.headers.get('x-mock-violations') ?? '')).toEqual([
      {
        in: 'body',
        pointer: '',
        keyword: 'bodyLimit',
        expected: 'at most 3 bytes',
        found: '4 bytes',
      },
    ]);
  });

  test.each<[sender: string, upload: Upload]>([
    ['sends all of an announced length', { head: LENGTH }],
    ['sends all in chunks', { head: CHUNKED }],
    ['stops early on an announced length', { head: LENGTH, stopAfter: 1 }],
    ['stops in the middle of chunks', { head: CHUNKED, stopAfter: CHUNK_COUNT / 2 + 1 }],
  ])('answers and closes where a client %s', async (_sender, body) => {
    const url = await start(LIMIT);
    expect(await upload(url, body)).toMatch(/^HTTP\/1\.1 413 /);
    expect((await fetch(url, { method: 'POST' })).status).toBe(201);
  });

  test('leaves a connection usable after a refusal', async () => {
    const url = await start(3);
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const request = (body: string) =>
      `POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
    socket.write(request('aaaa') + request('a'));
    const answers = await readUntil(socket, /201 Created/);
    socket.destroy();
    expect(answers).toMatch(/^HTTP\/1\.1 413 /);
  });
});
