import { describe, expect, test, vi } from 'vitest';
import { append, askOne, create } from '../state-log/ask-log.ts';
import { ask, CREATED, put } from '../state-log/sample-changes.ts';
import { openServer } from './open-server.ts';

const PREFIX = '{share-contracts}:';

describe('openValkeyLog, as it is stored', () => {
  test('gives a log a larger id than any before, whatever the time of the server', async () => {
    const { open, run } = await openServer();
    const log = await open();
    await run('set', `${PREFIX}born`, '4000000000000000');
    const { log: id } = await create(log, 'a');
    expect(id).toBe('4000000000000001');
  });

  test('keeps each transaction under its version', async () => {
    const { open, run } = await openServer();
    const log = await open();
    const position = await create(log, 'a', [put('1')]);
    const text = await run('hget', `${PREFIX}log:a`, '2');
    expect(JSON.parse(String(text))).toEqual([put('1')]);
    await log.compact('a', position, CREATED);
    const fields = await run('hkeys', `${PREFIX}log:a`);
    expect(fields).toHaveLength(4);
    expect(fields).toEqual(expect.arrayContaining(['log', 'base', 'version', 'settings']));
  });

  test('leaves nothing of a state that is not used, and of a sandbox that is gone', async () => {
    const { open, run } = await openServer();
    const log = await open();
    const first = await create(log, 'a', [put('1')]);
    await log.compact('a', { ...first, log: '1' }, CREATED);
    await log.compact('a', first, CREATED);
    await log.journals.append('a', [{ text: '1', counted: 'x' }]);
    const deliveries = [{ id: '1', text: '{}' }];
    await askOne(log, ask('a', first, { deliveries }));
    expect(await askOne(log, ask('a', first, { removes: true }))).toMatchObject({
      kind: 'accepted',
    });
    expect(await log.deliveries.claim(10, 1000)).toEqual([]);
    expect(await run('xlen', `${PREFIX}deliveries`)).toBe(0);
    await log.journals.clear('a');
    const left = await run('keys', '*');
    expect(Array.isArray(left) && left.sort()).toEqual(
      ['born', 'deliveries', 'format'].map((key) => PREFIX + key),
    );
  });

  test('drops the journal before entries that are skipped, so that ids follow from places', async () => {
    const { open } = await openServer();
    const log = await open();
    await log.journals.append('a', [{ text: '1', counted: undefined }]);
    const skipped = { number: 3, counts: { x: 2 } };
    await log.journals.append('a', [{ text: '5', counted: 'x' }], skipped);
    expect(await log.journals.read('a', 0)).toEqual({
      entries: [[5, '5']],
      last: 5,
      cleared: 0,
      counts: { x: 3 },
    });
    await log.journals.append('a', [], { number: 1, counts: {} });
    expect(await log.journals.read('a', 0)).toMatchObject({ entries: [], last: 6 });
  });

  test('ends the lives of all keys of a sandbox together', async () => {
    const { open, run } = await openServer();
    const log = await open({ sandboxTtl: 100_000 });
    const position = await create(log, 'a', [put('1')]);
    await log.journals.append('a', [{ text: '1', counted: 'x' }]);
    await log.compact('a', position, CREATED);
    for (const kind of ['log', 'state', 'journal', 'counts']) {
      expect(Number(await run('pttl', `${PREFIX}${kind}:a`))).toBeGreaterThan(60_000);
    }
    // Made again by a server that has just noted a use of the first one.
    await askOne(log, ask('a', position, { removes: true }));
    await create(log, 'a');
    expect(Number(await run('pttl', `${PREFIX}log:a`))).toBeGreaterThan(60_000);
    expect(await run('zrange', `${PREFIX}used`, '0', '-1')).toEqual(['a']);
  });

  test('leaves no name of a sandbox whose life is over', async () => {
    const { open, run } = await openServer();
    const log = await open({ sandboxTtl: 20 });
    const readNames = () => run('zrange', `${PREFIX}used`, '0', '-1');
    const waitForEnd = (name: string) =>
      vi.waitUntil(async () => (await run('exists', `${PREFIX}log:${name}`)) === 0);
    await create(log, 'a');
    await waitForEnd('a');
    await vi.waitUntil(async () => (await log.count()) === 0);
    expect(await readNames()).toEqual(['a']);
    expect(await log.list()).toEqual([]);
    expect(await readNames()).toEqual([]);
    await create(log, 'b');
    await waitForEnd('b');
    await create(log, 'c');
    expect(await readNames()).toEqual(['c']);
  });

  test('ends the life of no sandbox where there is no time to live', async () => {
    const { open, run } = await openServer();
    const log = await open();
    const position = await create(log, 'a', [put('1')]);
    await log.compact('a', position, CREATED);
    await log.journals.append('a', [{ text: '1', counted: 'x' }]);
    for (const kind of ['log', 'state', 'journal', 'counts']) {
      expect(await run('pttl', `${PREFIX}${kind}:a`)).toBe(-1);
    }
  });

  test('keeps no more journals of sandboxes without a log than there may be sandboxes', async () => {
    const { open, run } = await openServer();
    const log = await open({ maxSandboxes: 3 });
    for (let number = 0; number < 5; number += 1) {
      await log.journals.append(`s${number}`, [{ text: '', counted: undefined }]);
    }
    expect(await run('zcard', `${PREFIX}used`)).toBe(3);
    expect(await run('keys', '*journal*')).toHaveLength(3);
  });

  test('leaves nothing of a message that is ended', async () => {
    const { open, run } = await openServer();
    const log = await open();
    const deliveries = ['1', '2'].map((id) => ({ id, text: '{}' }));
    await askOne(log, ask('a', undefined, { transactions: [CREATED], deliveries }));
    for (const claim of await log.deliveries.claim(2, 1000)) await log.deliveries.end(claim);
    expect(await run('xlen', `${PREFIX}deliveries`)).toBe(0);
    expect(await run('xpending', `${PREFIX}deliveries`, 'servers')).toEqual([0, null, null, null]);
  });

  test('gives messages again that were claimed before it was restarted', async () => {
    const { open, restart, notices } = await openServer({ appendonly: true });
    const log = await open();
    const deliveries = ['1', '2'].map((id) => ({ id, text: '{}' }));
    await askOne(log, ask('a', undefined, { transactions: [CREATED], deliveries }));
    expect(await log.deliveries.claim(1, 1)).toHaveLength(1);
    await restart();
    await vi.waitUntil(() => notices.at(-1)?.endsWith('is back.'), { timeout: 20_000 });
    const claimed = await log.deliveries.claim(10, 100_000);
    expect(claimed.map(({ id, claims }) => [id, claims])).toEqual([
      ['1', 2],
      ['2', 1],
    ]);
  });

  test('writes nothing for what is only read', async () => {
    const { open, run } = await openServer();
    const log = await open({ sandboxTtl: 100_000 });
    const position = await append(log, 'a', await create(log, 'a'), [put('1')]);
    const readChanges = async () =>
      /rdb_changes_since_last_save:(\d+)/.exec(String(await run('info')))?.[1];
    const before = await readChanges();
    await log.exchange([ask('a', position), ask('a'), ask('b')]);
    await log.journals.read('a', 0);
    await log.deliveries.claim(10, 1000);
    await log.list();
    await log.count();
    expect(await readChanges()).toBe(before);
  });
});
