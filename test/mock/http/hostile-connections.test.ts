import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { createMock } from '../../../src/mock/create-mock.ts';
import { contractOf } from '../../support/test-contract.ts';

const json = { content: { 'application/json': { schema: {}, example: { id: 1 } } } };
const contract = contractOf({
  paths: {
    '/things/{id}': { get: { responses: { 200: json } } },
    '/': { post: { requestBody: json, responses: { 201: json } } },
  },
});
const mock = createMock({ apis: [{ name: 'test', mount: '', contract }] });
const { url } = await mock.listen();
afterAll(mock.close);

const HOST = 'Host: localhost\r\n';
const LAST = `${HOST}Connection: close\r\n\r\n`;

/** Sends raw bytes and gives the status of every answer until the server ends the connection. */
async function send(bytes: string): Promise<string[]> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const closed = once(socket, 'close');
  let answer = '';
  socket.setEncoding('utf8').on('data', (text) => {
    answer += text;
  });
  socket.write(Buffer.from(bytes, 'latin1'));
  await closed;
  return [...answer.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status = '']) => status);
}

async function expectToAnswer(): Promise<void> {
  const response = await fetch(`${url}/things/1`);
  expect(await response.json()).toEqual({ id: 1 });
}

describe('a server', () => {
  test.each<[what: string, bytes: string, statuses: string[]]>([
    ['no HTTP at all', '\x16\x03\x01\x00\xa5\r\n\r\n', ['400']],
    ['a malformed request line', 'GET\r\n\r\n', ['400']],
    ['an unknown version', `GET / HTTP/9.9\r\n${LAST}`, ['400']],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', ['400']],
    [
      'a host that is none',
      'GET / HTTP/1.1\r\nHost: a b/c?d\r\nConnection: close\r\n\r\n',
      ['400'],
    ],
    ['100 kB in a header', `GET / HTTP/1.1\r\nX-Long: ${'a'.repeat(100_000)}\r\n${LAST}`, ['431']],
    ['a path of 100 kB', `GET /${'a'.repeat(100_000)} HTTP/1.1\r\n${LAST}`, ['431']],
    ['NUL in a path', `GET /things/\0 HTTP/1.1\r\n${LAST}`, ['400']],
    ['NUL in a header', `GET / HTTP/1.1\r\nX-Nul: a\0b\r\n${LAST}`, ['400']],
    ['bytes beyond ASCII in a path', `GET /things/\xff\xfe HTTP/1.1\r\n${LAST}`, ['400']],
    ['an absolute target', `GET http://a.test/things/1 HTTP/1.1\r\n${LAST}`, ['200']],
    ['an asterisk', `OPTIONS * HTTP/1.1\r\n${LAST}`, ['400']],
    ['a backslash in a path', `GET /things\\1 HTTP/1.1\r\n${LAST}`, ['400']],
    ['a length that is no number', `POST / HTTP/1.1\r\nContent-Length: x\r\n${LAST}`, ['400']],
    [
      'two lengths',
      `POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n${LAST}`,
      ['400'],
    ],
    [
      'a chunk that is none',
      `POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n${LAST}zz\r\n`,
      ['400'],
    ],
    [
      'a body in a transfer coding that nobody reads',
      `POST / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n${LAST}1\r\n1\r\n0\r\n\r\n`,
      ['501'],
    ],
    [
      'a body in chunks, by any spelling',
      `POST / HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: Chunked\r\n${LAST}1\r\n1\r\n0\r\n\r\n`,
      ['201'],
    ],
    ['garbage behind a request', `GET /things/1 HTTP/1.1\r\n${HOST}\r\n\0\0\0\r\n\r\n`, ['400']],
    [
      'pipelined requests',
      `GET /things/1 HTTP/1.1\r\n${HOST}\r\nGET /no HTTP/1.1\r\n${HOST}\r\nGET /things/2 HTTP/1.1\r\n${LAST}`,
      ['200', '404', '200'],
    ],
  ])('refuses or answers %s and goes on', async (_what, bytes, statuses) => {
    expect(await send(bytes)).toEqual(statuses);
    await expectToAnswer();
  });

  test('goes on after a body that its sender aborts', async () => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(`POST / HTTP/1.1\r\n${HOST}Content-Length: 100\r\nExpect: 100-continue\r\n\r\n{`);
    // The server waits for the rest from now on.
    await once(socket, 'data');
    socket.resetAndDestroy();
    await expectToAnswer();
  });
});
