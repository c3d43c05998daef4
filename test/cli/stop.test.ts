import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { writeFiles } from '../support/write-files.ts';
import { callMock, callProgram } from './call-program.ts';

const SPEC = `openapi: 3.1.0
info: { title: Notes, version: '1' }
paths:
  /notes:
    post:
      operationId: createNote
      requestBody: { required: true, content: { application/json: { schema: { type: string } } } }
      responses: { '201': { description: Created. } }
`;
/** Head of a request whose body the server waits for, once it has said so. */
const HEAD =
  'POST /notes HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 6\r\nexpect: 100-continue\r\n\r\n';
const BODY = '"text"';

/** Starts a server that waits for the body of a request. */
async function start(...args: string[]) {
  const written = await writeFiles({ 'notes.yaml': SPEC });
  onTestFinished(written[Symbol.asyncDispose]);
  const mock = await callMock([...written.files, '--no-watch', ...args]);
  const socket = connect(Number(new URL(mock.url).port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.write(HEAD);
  await once(socket, 'data');
  return { ...mock, socket };
}

/** Waits until a server takes no more connections. */
async function untilClosed(url: string): Promise<void> {
  for (let socket = await tryConnecting(url); socket !== undefined; ) {
    socket.destroy();
    socket = await tryConnecting(url);
  }
}

async function tryConnecting(url: string): Promise<Socket | undefined> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  return once(socket, 'connect').then(
    () => socket,
    () => undefined,
  );
}

describe('a mock that is to end', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('finishes requests on %s', async (signal) => {
    const { url, socket, end } = await start();
    const ended = end(signal);
    await untilClosed(url);
    socket.write(BODY);
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 201 /);
    expect(answer.toLowerCase()).toContain('connection: close');
    expect(await ended).toMatchObject({ code: 0, stdout: '' });
  });

  test('breaks them off on a second signal', async () => {
    const { url, socket, end } = await start('--stop-timeout', '10min');
    const first = end('SIGTERM');
    await untilClosed(url);
    const [, , answer] = await Promise.all([end('SIGINT'), first, text(socket)]);
    expect(answer).toBe('');
    expect(await first).toMatchObject({ code: 0 });
  });

  test('breaks them off after the time of --stop-timeout', async () => {
    const { socket, end } = await start('--stop-timeout', '1ms');
    const [outcome, answer] = await Promise.all([end('SIGTERM'), text(socket)]);
    expect(answer).toBe('');
    expect(outcome).toMatchObject({ code: 0 });
  });

  test('refuses a time that is none', async () => {
    const { code, stderr } = await callProgram(['mock', '--stop-timeout', 'soon']);
    expect(code).toBe(2);
    expect(stderr).toContain('Expected a duration such as 500ms, 10s or 2min.');
  });
});
