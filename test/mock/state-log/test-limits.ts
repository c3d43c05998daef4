import { expect, test, vi } from 'vitest';
import type { StateLog } from '../../../src/mock/state/state-log.ts';
import { append, askOne, create, readWhole } from './ask-log.ts';
import { ALL_SETTINGS, ask, CREATED, put, SETTINGS } from './sample-changes.ts';
import type { MakeSpace } from './started-store.ts';

/** Facts about the list of sandboxes, and about which of them go. */
export function testLimits(makeSpace: MakeSpace): void {
  test('lists sandboxes with their settings', async () => {
    const log = await makeSpace()();
    const position = await create(log, 'a');
    await append(log, 'b', undefined, [put('1'), { kind: 'settings', settings: ALL_SETTINGS }]);
    expect(await log.list()).toStrictEqual([
      { name: 'a', settings: SETTINGS, recorded: 0 },
      { name: 'b', settings: ALL_SETTINGS, recorded: 0 },
    ]);
    const settings = { ...SETTINGS, drawn: 9 };
    await append(
      log,
      'a',
      position,
      [{ kind: 'settings', settings: ALL_SETTINGS }],
      [{ kind: 'settings', settings }, put('1')],
      [put('2')],
    );
    const listed = await log.list();
    expect(listed.find(({ name }) => name === 'a')).toStrictEqual({
      name: 'a',
      settings,
      recorded: 0,
    });
  });

  test('lists no settings of transactions that were refused', async () => {
    const log = await makeSpace()();
    await create(log, 'a');
    await askOne(
      log,
      ask('a', undefined, { transactions: [[{ kind: 'settings', settings: ALL_SETTINGS }]] }),
    );
    expect(await log.list()).toMatchObject([{ settings: SETTINGS }]);
  });

  test('counts what was recorded since the journal was cleared', async () => {
    const log = await makeSpace()();
    await create(log, 'a');
    await log.journals.append(
      'a',
      Array.from({ length: 201 }, () => ({ text: '', counted: '' })),
    );
    await log.journals.append('a', [{ text: '', counted: undefined }]);
    expect(await log.list()).toMatchObject([{ recorded: 202 }]);
    await log.journals.clear('a');
    expect(await log.list()).toMatchObject([{ recorded: 0 }]);
  });

  test('lists the least recently used sandbox first', async () => {
    const open = makeSpace();
    const log = await open();
    for (const name of ['a', 'b', 'c']) await create(log, name);
    expect(await names(log)).toEqual(['a', 'b', 'c']);
    // Of another server, since one may say at most once a second that it uses a sandbox.
    await readWhole(await open(), 'a');
    expect(await names(log)).toEqual(['b', 'c', 'a']);
  });

  test('keeps as many sandboxes as there may be, those that were used last', async () => {
    const open = makeSpace({ maxSandboxes: 3 });
    const log = await open();
    for (const name of ['a', 'b', 'c']) await create(log, name);
    await readWhole(await open(), 'a');
    await create(log, 'd', [put('1')]);
    expect(await names(log)).toEqual(['c', 'a', 'd']);
    expect(await readWhole(log, 'b')).toBeUndefined();
    expect(await readWhole(log, 'a')).toEqual(CREATED);
    await Promise.all(Array.from({ length: 10 }, (_, at) => create(log, `s${at}`)));
    expect(await log.list()).toHaveLength(3);
  });

  test('takes all that it has with a sandbox that must go', async () => {
    const log = await makeSpace({ maxSandboxes: 1 })();
    const position = await create(log, 'a', [put('1')]);
    await log.journals.append('a', [{ text: '1', counted: 'x' }]);
    await create(log, 'b');
    expect(await log.journals.read('a', 0)).toMatchObject({ entries: [], counts: {} });
    expect(await askOne(log, ask('a', position))).toMatchObject({ position: undefined });
    expect(await create(log, 'a')).not.toMatchObject({ log: position.log });
    expect(await readWhole(log, 'a')).toEqual(CREATED);
  });

  test('forgets a sandbox that nobody used for the time to live', async () => {
    const log = await makeSpace({ sandboxTtl: 50 })();
    const position = await create(log, 'a', [put('1')]);
    await log.journals.append('a', [{ text: '1', counted: 'x' }]);
    // The list is no use of a sandbox.
    await vi.waitUntil(async () => (await log.list()).length === 0, { timeout: 20_000 });
    expect(await askOne(log, ask('a', position))).toEqual({
      kind: 'news',
      position: undefined,
      isWhole: true,
      changes: [],
    });
    await vi.waitUntil(async () => (await log.journals.read('a', 0)).entries.length === 0);
    expect(await create(log, 'a')).not.toMatchObject({ log: position.log });
  });

  test('keeps a sandbox that is used within the time to live', async () => {
    const open = makeSpace({ sandboxTtl: 2000 });
    const log = await open();
    const position = await create(log, 'used', [put('1')]);
    await create(log, 'unused');
    await vi.waitUntil(
      async () => {
        expect(await askOne(log, ask('used', position))).toMatchObject({ kind: 'accepted' });
        return !(await names(log)).includes('unused');
      },
      { timeout: 20_000 },
    );
    expect(await names(log)).toEqual(['used']);
    expect(await readWhole(log, 'used')).toEqual([...CREATED, put('1')]);
  });
}

async function names(log: StateLog): Promise<string[]> {
  return (await log.list()).map(({ name }) => name);
}
