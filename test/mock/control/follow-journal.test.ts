import { once } from 'node:events';
import { request } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { CONTROL_CONTRACT } from '../../../src/apis/root.ts';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import { createClient } from '../../../src/generated/mock-control/client.ts';
import { zJournalEntry } from '../../../src/generated/mock-control/zod.ts';
import type { FollowersOptions } from '../../../src/mock/control/followers.ts';
import { createMock } from '../../../src/mock/create-mock.ts';
import { contractOf } from '../../support/test-contract.ts';

const control = await loadContract(CONTROL_CONTRACT);
const responses = {
  200: { content: { 'application/json': { example: { a: 'ä'.repeat(9000) } } } },
};
const contract = contractOf({
  paths: { '/pets': { get: { operationId: 'listPets', responses } } },
});

async function start(followers: FollowersOptions = {}) {
  const mock = createMock({
    apis: [{ name: 'shop', mount: '/shop', contract }],
    control: { loadContract: async () => control, followers },
  });
  const { url } = await mock.listen();
  onTestFinished(mock.close);
  const end = new AbortController();
  onTestFinished(() => end.abort());
  const { followJournal, clearJournal } = createClient({ baseUrl: `${url}/_mock` });
  const path = { sandbox: 'a' };
  return {
    mock,
    url,
    end,
    visit: (times = 1) =>
      Array.from({ length: times }).reduce<Promise<unknown>>(
        (before) => before.then(() => fetch(`${url}/~a/shop/pets`).then((one) => one.text())),
        Promise.resolve(),
      ),
    clear: () => clearJournal({ path }),
    follow: (query = {}, options = {}) =>
      followJournal.events(
        { path, query, signal: end.signal },
        { reconnects: 0, delay: 0, ...options },
      ),
  };
}

type Events = ReturnType<Awaited<ReturnType<typeof start>>['follow']>;

async function take(events: Events, count: number) {
  const taken = [];
  while (taken.length < count) {
    const { value, done } = await events.next();
    if (done) throw new Error('The stream ended.');
    taken.push(value);
  }
  return taken.map(({ id, event, data }) => ({ id, event, data: JSON.parse(data) }));
}

describe('followJournal', () => {
  test('sends the kept entries, then each as it comes, as the contract describes them', async () => {
    const { follow, visit } = await start();
    await visit();
    const events = follow();
    expect(await take(events, 2)).toMatchObject([
      { event: 'start', data: { last: 1 } },
      { id: '1', event: 'message', data: { operation: 'listPets', status: 200 } },
    ]);
    await visit();
    const [entry] = await take(events, 1);
    expect(entry?.id).toBe('2');
    expect(zJournalEntry.parse(entry?.data)).toEqual(entry?.data);
  });

  test.each([
    ['the query', { after: 2 }, {}],
    ['the last id that was seen, before that of the query', { after: 0 }, { lastEventId: '2' }],
  ])('goes on after %s', async (_place, query, options) => {
    const { follow, visit } = await start();
    await visit(3);
    expect((await take(follow(query, options), 2)).at(-1)?.id).toBe('3');
  });

  test('sends everything to who comes from another server', async () => {
    const { follow, visit } = await start();
    await visit();
    expect(await take(follow({ after: 50 }), 2)).toMatchObject([{}, { id: '1' }]);
  });

  test('tells that the journal was cleared, and goes on with higher ids', async () => {
    const { follow, visit, clear } = await start();
    await visit(2);
    const events = follow();
    await take(events, 3);
    await clear();
    expect(await take(events, 1)).toMatchObject([{ event: 'clear', id: '2', data: { last: 2 } }]);
    await visit();
    expect(await take(events, 1)).toMatchObject([{ id: '3' }]);
  });

  test('keeps a connection open that nothing is sent through', async () => {
    const { url } = await start({ keepAlive: 1 });
    const response = await fetch(`${url}/_mock/sandboxes/a/journal/events`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('\n:\n\n')) text += (await reader?.read())?.value ?? '';
    await reader?.cancel();
  });

  test('holds back for a slow reader, who misses what the journal drops, and takes no memory', async () => {
    const { url, visit } = await start();
    const target = `${url}/_mock/sandboxes/a/journal/events`;
    const sent = request(target).end();
    const [response] = await once(sent, 'response');
    // Nobody reads: far more is recorded than sockets hold.
    await visit(500);
    let text = '';
    response.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    const ids = () => [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
    while (ids().at(-1) !== 500) await once(response, 'data');
    expect(ids().length).toBeLessThan(500);
    expect(ids()).toEqual(ids().toSorted((one, other) => one - other));
    response.destroy();
  });

  test('refuses one follower too many, until another one goes', async () => {
    const { follow, url, end } = await start({ limit: 1 });
    await take(follow(), 1);
    const target = `${url}/_mock/sandboxes/a/journal/events`;
    const refused = await fetch(target);
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ title: 'Service unavailable' });
    end.abort();
    let status = 503;
    while (status === 503) {
      const response = await fetch(target);
      status = response.status;
      await response.body?.cancel();
    }
    expect(status).toBe(200);
  });

  test('answers HEAD without a stream', async () => {
    const { url } = await start({ limit: 1 });
    for (let count = 0; count < 3; count += 1) {
      const response = await fetch(`${url}/_mock/sandboxes/a/journal/events`, { method: 'HEAD' });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/event-stream');
    }
  });

  test('ends with its sandbox', async () => {
    const { follow, mock } = await start();
    const events = follow();
    await take(events, 1);
    mock.sandboxes.remove('a');
    await expect(events.next()).rejects.toThrow('no more events');
  });

  test.each(['a port', 'no port'])('ends when the mock closes, over %s', async (way) => {
    const { mock, url } = await start();
    const target = `${url}/_mock/sandboxes/a/journal/events`;
    const response = await (way === 'a port' ? fetch(target) : mock.fetch(new Request(target)));
    const reader = response.body?.getReader();
    await reader?.read();
    const rest = reader?.read().catch(() => ({ done: true }));
    await mock.close();
    expect(await rest).toMatchObject({ done: true });
  });
});
