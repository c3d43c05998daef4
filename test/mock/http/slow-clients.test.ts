import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../../src/mock/create-mock.ts';
import { readFileLimit } from '../../../src/mock/http/file-limit.ts';
import { LONG_RUNS } from '../../support/property-runs.ts';
import { contractOf } from '../../support/test-contract.ts';

/** Slow connections at a time: each has two ends in this process, which needs some files for itself. */
const COUNT = Math.min(LONG_RUNS ?? 200, Math.floor(((readFileLimit() ?? 20_000) - 500) / 2));
/** Rounds in which slow clients send a little, and others are served. */
const ROUNDS = 20;

const HEAD = 'Host: localhost\r\nContent-Type: text/plain\r\n';
const responses = { 200: { content: { 'text/plain': { example: 'a'.repeat(100_000) } } } };
const requestBody = { content: { 'text/plain': {} } };
const contract = contractOf({
  paths: { '/': { get: { responses }, post: { requestBody, responses } } },
});

let mock: Mock;
let url = '';
/** Requests that the mock of the current test has answered. */
let answers = { count: 0 };
let clients: Socket[] = [];

beforeEach(async () => {
  const counted = { count: 0 };
  answers = counted;
  const log = () => {
    counted.count += 1;
  };
  mock = createMock({ apis: [{ name: 'test', mount: '', contract }], log });
  url = (await mock.listen()).url;
});
afterEach(async () => {
  for (const client of clients) client.destroy();
  clients = [];
  await mock.close();
});

async function open(): Promise<Socket> {
  const client = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => {});
  clients.push(client);
  await once(client, 'connect');
  return client;
}

async function openAll(count = COUNT): Promise<void> {
  while (clients.length < count) {
    await Promise.all(Array.from({ length: Math.min(100, count - clients.length) }, open));
  }
}

/** Has every slow client do something, and others ask as if there was none, again and again. */
async function serveBeside(act: (client: Socket, round: number) => void): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const client of clients) act(client, round);
    await turn();
    const response = await fetch(url, round % 2 === 0 ? {} : { method: 'POST', body: 'whole' });
    expect(response.status).toBe(200);
    expect((await response.text()).length).toBe(100_000);
  }
}

describe(`${COUNT} slow clients keep nobody else from being served`, () => {
  test('when each sends its head byte by byte', async () => {
    const head = `GET / HTTP/1.1\r\n${HEAD}\r\n`;
    await openAll();
    await serveBeside((client, round) => client.write(head.charAt(round)));
    expect(answers.count).toBe(ROUNDS);
  });

  test.each([
    ['of an announced length', 'Content-Length: 1000000\r\n\r\n', 'a'],
    ['in chunks', 'Transfer-Encoding: chunked\r\n\r\n', '1\r\na\r\n'],
  ])('when each sends a body %s that never ends', async (_how, length, part) => {
    await openAll();
    await serveBeside((client, round) =>
      client.write(round === 0 ? `POST / HTTP/1.1\r\n${HEAD}${length}` : part),
    );
    expect(answers.count).toBe(ROUNDS);
  });

  test('when each goes on asking and takes no answer', async () => {
    const request = `GET / HTTP/1.1\r\n${HEAD}\r\n`.repeat(100);
    // The system keeps megabytes for each.
    const count = Math.min(COUNT, 20);
    await openAll(count);
    for (const client of clients) client.pause();
    await serveBeside((client) => client.write(request));
    // Of what they have asked, most waits at their ends.
    expect(answers.count).toBeLessThan((count * ROUNDS * 100) / 4);
  });

  test('and let go of all that they had when they are gone', async () => {
    const before = countSockets();
    await openAll();
    await serveBeside((client, round) =>
      client.write(round === 0 ? `POST / HTTP/1.1\r\n${HEAD}Content-Length: 9\r\n\r\n` : ''),
    );
    for (const client of clients) client.destroy();
    await expect.poll(countSockets).toBeLessThanOrEqual(before + 2);
  });
});

function countSockets(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
}
