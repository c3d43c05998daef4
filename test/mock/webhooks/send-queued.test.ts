import { createServer } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Journal } from '../../../src/mock/journal/journal.ts';
import { createLocalDeliveries } from '../../../src/mock/state-log/local-deliveries.ts';
import { sendQueued } from '../../../src/mock/webhooks/send-queued.ts';

/** Receiver that answers one status after the other, and a queue with one message for it. */
async function start(...statuses: number[]) {
  const received: string[] = [];
  const receiver = createServer((request, response) => {
    received.push(String(request.headers['x-id']));
    response.writeHead(statuses[received.length - 1] ?? 204).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    receiver.close();
    receiver.closeAllConnections();
  });
  const address = receiver.address();
  if (address === null || typeof address === 'string') throw new Error('Expected a port.');
  let time = 0;
  const { queue, add } = createLocalDeliveries(() => time);
  const url = `http://127.0.0.1:${address.port}/`;
  const webhook = { id: '1', api: 'notes', operation: undefined, url, headers: { 'x-id': '1' } };
  add('a', { id: '1', text: JSON.stringify({ ...webhook, text: '{}' }) });
  const pauses: number[] = [];
  const journal: Pick<Journal, 'record'> = { record: () => {} };
  const sender = sendQueued({
    queue,
    journalOf: () => journal,
    wait: async (milliseconds) => void pauses.push(milliseconds),
    interval: 5,
  });
  onTestFinished(sender.close);
  const claimAsAnother = async (times: number) => {
    for (let count = 0; count < times; count += 1) {
      await queue.claim(1, 10);
      time += 10;
    }
  };
  const isEmpty = async () => {
    time += 600_000;
    return (await queue.claim(1, 0)).length === 0;
  };
  return { received, pauses, sender, claimAsAnother, isEmpty };
}

describe('sendQueued', () => {
  test('sends a message until it is taken, and ends it', async () => {
    const { received, pauses, sender, isEmpty } = await start(500, 503);
    sender.wake();
    await expect.poll(() => received, { timeout: 20_000 }).toEqual(['1', '1', '1']);
    expect(pauses).toEqual([1000, 2000]);
    await expect.poll(isEmpty).toBe(true);
  });

  test('gives up after six attempts', async () => {
    const { received, sender, isEmpty } = await start(...Array.from({ length: 9 }, () => 500));
    sender.wake();
    await expect.poll(() => received.length, { timeout: 20_000 }).toBe(6);
    await expect.poll(isEmpty).toBe(true);
  });

  test.each([
    [3, 4],
    [20, 1],
  ])('makes what is left of the attempts after %i claims, one at least', async (claims, count) => {
    const statuses = Array.from({ length: 9 }, () => 500);
    const { received, sender, claimAsAnother, isEmpty } = await start(...statuses);
    await claimAsAnother(claims - 1);
    sender.wake();
    await expect.poll(() => received.length, { timeout: 20_000 }).toBe(count);
    await expect.poll(isEmpty).toBe(true);
  });
});
