import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../../src/mock/state/sandbox.ts';
import { createSandboxes } from '../../../src/mock/state/sandboxes.ts';
import { prepareWebhook } from '../../../src/mock/webhooks/prepare-webhook.ts';
import { createWebhookSender } from '../../../src/mock/webhooks/webhook-sender.ts';
import { contractOf } from '../../support/test-contract.ts';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  }
});

const contract = contractOf({
  webhooks: { noteAdded: { post: { operationId: 'noteAdded', responses: { 200: {} } } } },
});
const behaviour = {
  epoch: '2026-01-01T00:00:00Z',
  tables: {},
  seeds: { default: () => {} },
  handlers: {},
};
const api = { name: 'notes', contract, behaviour };
const message = {
  webhook: 'noteAdded',
  body: { note: 'ä' },
  headers: ({
    text,
    secret,
    id,
    now,
  }: {
    text: string;
    secret: string;
    id: string;
    now: number;
  }) => ({
    'x-signed': `${text.length} with ${secret}`,
    'x-delivery': id,
    'x-now': String(now),
  }),
};

/** Receiver that answers one status after the other, and a sandbox that sends to it. */
async function receiverOf(...statuses: number[]) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push({ headers: request.headers, body });
    response.writeHead(statuses[received.length - 1] ?? 200).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('There is no port.');
  const sandbox = createSandboxes({ readTime: () => 0 }).open('default');
  sandbox.webhook = { url: `http://127.0.0.1:${address.port}/hook?token=t`, secret: 's3cret' };
  return { received, sandbox };
}

function prepared(sandbox: Sandbox) {
  if (sandbox.webhook === undefined) throw new Error('There is no receiver.');
  return prepareWebhook(message, api, sandbox, sandbox.webhook);
}

/** Sends the message and passes the pauses between attempts at once; gives them after a number of attempts. */
async function send(
  { sandbox }: Pick<Awaited<ReturnType<typeof receiverOf>>, 'sandbox'>,
  attempts: number,
): Promise<number[]> {
  const pauses: number[] = [];
  const sender = createWebhookSender(async (milliseconds) => void pauses.push(milliseconds));
  sender.send(prepared(sandbox), sandbox.journal);
  await expect.poll(() => sandbox.journal.total()).toBe(attempts);
  return pauses;
}

describe('createWebhookSender', () => {
  test('sends the body with the headers of the provider', async () => {
    const receiver = await receiverOf();
    await send(receiver, 1);
    expect(receiver.received).toEqual([
      {
        body: '{"note":"ä"}',
        headers: expect.objectContaining({
          'content-type': 'application/json',
          'x-signed': '12 with s3cret',
          'x-delivery': expect.stringMatching(/^[\da-f-]{36}$/),
          'x-now': String(Date.parse('2026-01-01T00:00:00Z')),
        }),
      },
    ]);
  });

  test('tries again with the same delivery, later each time, until it is taken', async () => {
    const receiver = await receiverOf(500, 302, 204);
    expect(await send(receiver, 3)).toEqual([1000, 2000]);
    const { received, sandbox } = receiver;
    expect(new Set(received.map(({ headers }) => headers['x-delivery'])).size).toBe(1);
    const entries = sandbox.journal.entries();
    expect(entries.map(([, { kind, status, operation }]) => [kind, status, operation])).toEqual([
      ['webhook', 500, 'noteAdded'],
      ['webhook', 302, 'noteAdded'],
      ['webhook', 204, 'noteAdded'],
    ]);
  });

  test('gives up after six attempts', async () => {
    const receiver = await receiverOf(500, 500, 500, 500, 500, 500, 500);
    expect(await send(receiver, 6)).toEqual([1000, 2000, 4000, 8000, 16_000]);
    expect(receiver.received.length).toBe(6);
  });

  test('notes a receiver that cannot be reached as one that gave no answer', async () => {
    const receiver = await receiverOf();
    receiver.sandbox.webhook = { url: 'http://127.0.0.1:1/hook', secret: 's' };
    await send(receiver, 6);
    for (const [, { status, response }] of receiver.sandbox.journal.entries()) {
      expect([status, response]).toEqual([undefined, undefined]);
    }
  });

  test('gives up what is under way once it is closed', async () => {
    const { received, sandbox } = await receiverOf(500, 500);
    let isPaused = false;
    const sender = createWebhookSender((_, signal) => {
      isPaused = true;
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
    });
    sender.send(prepared(sandbox), sandbox.journal);
    await expect.poll(() => isPaused).toBe(true);
    sender.close();
    await new Promise(setImmediate);
    expect(received.length).toBe(1);
  });
});
