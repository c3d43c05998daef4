import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { StateUnavailableError } from '../../../src/mock/state/state-unavailable-error.ts';
import { StateLogError } from '../../../src/mock/state-log/state-log-error.ts';
import { append, askOne, create, readWhole } from '../state-log/ask-log.ts';
import { ask, CREATED, put } from '../state-log/sample-changes.ts';
import { openServer } from './open-server.ts';

const PREFIX = '{share-contracts}:';
const PATIENT = { timeout: 20_000 };

describe('openValkeyLog, where the store fails', () => {
  test('refuses at once while the server is away, and goes on when it is back', async () => {
    const { open, kill, restart, notices, port, url } = await openServer({ appendonly: true });
    const log = await open({}, `${url}/1`);
    const position = await create(log, 'a', [put('1')]);
    await kill();
    await vi.waitUntil(() => notices.length > 0, PATIENT);
    const transactions = [[put('lost')]];
    for (const act of [
      () => log.exchange([ask('a', position, { transactions })]),
      () => log.compact('a', position, CREATED),
      () => log.list(),
      () => log.journals.append('a', [{ text: '', counted: undefined }]),
      () => log.journals.read('a', 0),
      () => log.deliveries.claim(1, 1000),
      () => log.count(),
    ]) {
      await expect(act()).rejects.toThrow(StateUnavailableError);
      await expect(act()).rejects.toHaveProperty('retryAfter', 1);
    }
    await expect(log.count()).rejects.toThrow(
      /^valkey:\/\/127\.0\.0\.1:\d+\/1: it (refuses|closed)/,
    );
    await restart();
    await vi.waitUntil(() => notices.length > 1, PATIENT);
    const name = `valkey://127.0.0.1:${port}/1`;
    expect(notices).toEqual([
      `${name}: the store is away, since it closed the connection. It is tried again and again.`,
      `${name}: the store is back.`,
    ]);
    expect(await append(log, 'a', position, [put('2')])).toEqual({ ...position, version: 3 });
    expect(await readWhole(log, 'a')).toEqual([...CREATED, put('1'), put('2')]);
    await kill();
    await vi.waitUntil(() => notices.length > 2, PATIENT);
    expect(notices[2]).toBe(notices[0]);
  });

  test('gives up a server that stands still, and stores nothing twice', async () => {
    const { open, process, notices } = await openServer();
    const log = await open({ timeout: 300 });
    const position = await create(log, 'a', [put('1')]);
    process.kill('SIGSTOP');
    const question = ask('a', position, { transactions: [[put('2')]] });
    const lost = await Promise.allSettled([log.exchange([question]), log.exchange([question])]);
    for (const outcome of lost) {
      expect(outcome).toMatchObject({
        status: 'rejected',
        reason: expect.any(StateUnavailableError),
      });
      expect(String(outcome.status === 'rejected' && outcome.reason)).toMatch(
        /\/0: it does not answer in time\.$/,
      );
    }
    process.kill('SIGCONT');
    await vi.waitUntil(() => notices.length === 2, PATIENT);
    const answer = await askOne(log, question);
    // The store may have taken it before.
    expect(answer.position).toEqual({ ...position, version: 3 });
    expect(await readWhole(log, 'a')).toEqual([...CREATED, put('1'), put('2')]);
    expect(notices[0]).toContain('does not answer in time');
  });

  test('waits for an answer that comes slowly', async () => {
    const { open, port } = await openServer();
    const fast = await open();
    const row = { text: 'x'.repeat(20_000) };
    await create(fast, 'a', [put('1', row)]);
    const slow = await open({ timeout: 400 }, `valkey://127.0.0.1:${await slowDown(port)}`);
    // 20 pieces, of which each takes an eighth of the time.
    expect(await readWhole(slow, 'a')).toEqual([...CREATED, put('1', row)]);
  });

  test('stores nothing of an exchange where the memory is full, and reads on', async () => {
    const { open, run } = await openServer();
    const log = await open();
    const a = await create(log, 'a', [put('1')]);
    const deliveries = [{ id: '1', text: '{}' }];
    await run('config', 'set', 'maxmemory', '1mb');
    const transactions = [[put('2')]];
    const full = log.exchange([
      ask('a', a, { transactions, deliveries }),
      ask('b', undefined, { transactions: [CREATED] }),
    ]);
    await expect(full).rejects.toThrow(/: it has no memory left, as its "maxmemory" is reached\.$/);
    await expect(full).rejects.toHaveProperty('retryAfter', undefined);
    expect(await askOne(log, ask('a', a))).toMatchObject({ kind: 'accepted', position: a });
    expect(await log.deliveries.claim(1, 1000)).toEqual([]);
    await askOne(log, ask('a', a, { removes: true }));
    await run('config', 'set', 'maxmemory', '0');
    expect(await log.list()).toEqual([]);
    await create(log, 'a');
  });

  test('says that the server has become a replica', async () => {
    const { open, run, notices } = await openServer();
    const log = await open();
    const position = await create(log, 'a');
    await run('replicaof', '127.0.0.1', '1');
    const storing = askOne(log, ask('a', position, { transactions: [[put('1')]] }));
    await expect(storing).rejects.toThrow(/: it is a replica, which takes no changes\.$/);
    await run('replicaof', 'no', 'one');
    await vi.waitUntil(() => notices.at(-1)?.endsWith('is back.'), PATIENT);
    await append(log, 'a', position, [put('1')]);
  });

  test('goes on where the server has forgotten its scripts', async () => {
    const { open, run } = await openServer();
    const log = await open();
    const position = await create(log, 'a');
    await run('script', 'flush');
    await Promise.all([append(log, 'a', position, [put('1')]), create(log, 'b'), log.list()]);
    expect(await readWhole(log, 'a')).toEqual([...CREATED, put('1')]);
  });

  test('goes on where the server has lost all', async () => {
    const { open, run } = await openServer();
    const log = await open();
    const position = await create(log, 'a');
    await askOne(log, ask('a', position, { deliveries: [{ id: '1', text: '{}' }] }));
    expect(await log.deliveries.claim(1, 100_000)).toHaveLength(1);
    await run('flushall');
    expect(await log.deliveries.claim(1, 100_000)).toEqual([]);
    expect(await askOne(log, ask('a', position))).toEqual({
      kind: 'news',
      position: undefined,
      isWhole: true,
      changes: [],
    });
    const next = await create(log, 'a');
    await askOne(log, ask('a', next, { deliveries: [{ id: '2', text: '{}' }] }));
    expect(await log.deliveries.claim(1, 100_000)).toMatchObject([{ id: '2' }]);
  });

  test('counts a sandbox as gone whose state the server has dropped', async () => {
    const { open, run } = await openServer();
    const log = await open();
    const position = await create(log, 'a', [put('1')]);
    await log.compact('a', position, CREATED);
    await run('del', `${PREFIX}state:a`);
    expect(await readWhole(log, 'a')).toEqual([]);
    expect(await log.list()).toEqual([]);
    await create(log, 'a');
  });

  test.each(['[{"kind":"merge"}]', '{', '', '[1]'])(
    'refuses a transaction that is none: %s',
    async (text) => {
      const { open, run, port } = await openServer();
      const log = await open();
      const position = await create(log, 'a', [put('1')]);
      await run('hset', `${PREFIX}log:a`, '2', text);
      const where = `valkey://127.0.0.1:${port}/0: sandbox "a": expected a transaction, found `;
      await expect(readWhole(log, 'a')).rejects.toThrow(where);
      await expect(readWhole(log, 'a')).rejects.toThrow(StateLogError);
      await askOne(log, ask('a', position, { removes: true }));
      await create(log, 'a');
    },
  );

  test('refuses a transaction that is missing', async () => {
    const { open, run } = await openServer();
    const log = await open();
    await create(log, 'a', [put('1')], [put('2')]);
    await run('hdel', `${PREFIX}log:a`, '2');
    await expect(readWhole(log, 'a')).rejects.toThrow(StateLogError);
  });

  test.each(['{', '{"drawn":1}'])('refuses settings that are none: %s', async (text) => {
    const { open, run } = await openServer();
    const log = await open();
    await create(log, 'a');
    await run('hset', `${PREFIX}log:a`, 'settings', text);
    await expect(log.list()).rejects.toThrow(
      /sandbox "a": expected settings of a sandbox, found text whose settings are no/,
    );
  });

  test('stays away from a server whose data became that of another release', async () => {
    const { open, run, restart, notices } = await openServer({ appendonly: true });
    const log = await open();
    await run('set', `${PREFIX}format`, '2');
    await restart();
    await vi.waitUntil(() => notices.length === 1, PATIENT);
    await vi.waitUntil(async () => {
      const answer = await log.count().catch((reason: unknown) => String(reason));
      return String(answer).includes('expected data of format 1');
    }, PATIENT);
    await run('set', `${PREFIX}format`, '1');
    await vi.waitUntil(() => notices.length === 2, PATIENT);
    await log.count();
  });

  test('takes nothing once it is closed', async () => {
    const { open } = await openServer();
    const log = await open();
    await log.close();
    await log.close();
    await expect(log.count()).rejects.toThrow(/ is closed\.$/);
    await expect(log.list()).rejects.toThrow(StateUnavailableError);
  });
});

/** Starts a proxy that brings answers in pieces of 1 kB with a pause before each, and gives its port. */
async function slowDown(port: number): Promise<number> {
  const proxy = createServer((socket) => {
    const server = connect(port, '127.0.0.1');
    socket.pipe(server).on('close', () => socket.destroy());
    socket.on('close', () => server.destroy());
    server.on('data', async (data: Buffer) => {
      server.pause();
      for (let at = 0; at < data.length; at += 1000) {
        await setTimeout(data.length > 10_000 ? 50 : 0);
        socket.write(data.subarray(at, at + 1000));
      }
      server.resume();
    });
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  onTestFinished(() => void proxy.close());
  const address = proxy.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
