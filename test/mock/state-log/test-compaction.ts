import { expect, test } from 'vitest';
import type { LogPosition } from '../../../src/mock/state/state-log.ts';
import { append, askOne, create, readWhole } from './ask-log.ts';
import { ask, CREATED, put } from './sample-changes.ts';
import type { MakeSpace } from './started-store.ts';

const STATE = [...CREATED, put('state', { is: 'whole' })];

/** Facts about states that stand for transactions. */
export function testCompaction(makeSpace: MakeSpace): void {
  test('puts a state in the place of the transactions up to a position', async () => {
    const log = await makeSpace()();
    const position = await create(log, 'a', [put('1')], [put('2')]);
    await log.compact('a', { ...position, version: 2 }, STATE);
    expect(await readWhole(log, 'a')).toStrictEqual([...STATE, put('2')]);
    expect(await askOne(log, ask('a', { ...position, version: 1 }))).toStrictEqual({
      kind: 'news',
      position,
      isWhole: true,
      changes: [...STATE, put('2')],
    });
    expect(await askOne(log, ask('a', { ...position, version: 2 }))).toStrictEqual({
      kind: 'news',
      position,
      isWhole: false,
      changes: [put('2')],
    });
  });

  test('keeps the position, so that servers go on from where they are', async () => {
    const log = await makeSpace()();
    const position = await create(log, 'a', [put('1')]);
    await log.compact('a', position, STATE);
    const answer = await askOne(log, ask('a', position));
    expect(answer).toEqual({ kind: 'accepted', position, uncompacted: 0 });
    const next = await append(log, 'a', position, [put('2')]);
    expect(next).toEqual({ ...position, version: 3 });
    expect(await readWhole(log, 'a')).toStrictEqual([...STATE, put('2')]);
    expect(await log.list()).toMatchObject([{ name: 'a' }]);
  });

  test.each<[string, (right: LogPosition) => LogPosition]>([
    ['comes later than a later one', ({ log }) => ({ log, version: 1 })],
    ['is of another log', ({ version }) => ({ log: '1', version })],
    ['is of a version that the store has lost', ({ log }) => ({ log, version: 4 })],
  ])('leaves out a state that %s', async (_, position) => {
    const log = await makeSpace()();
    const right = await create(log, 'a', [put('1')], [put('2')]);
    await log.compact('a', { ...right, version: 2 }, STATE);
    await log.compact('a', position(right), [...CREATED, put('wrong')]);
    expect(await readWhole(log, 'a')).toStrictEqual([...STATE, put('2')]);
  });

  test('leaves out a state of a sandbox that is gone', async () => {
    const log = await makeSpace()();
    const position = await create(log, 'a');
    await askOne(log, ask('a', position, { removes: true }));
    await log.compact('a', position, STATE);
    expect(await readWhole(log, 'a')).toBeUndefined();
    expect(await log.list()).toEqual([]);
    await create(log, 'a', [put('1')]);
    expect(await readWhole(log, 'a')).toStrictEqual([...CREATED, put('1')]);
  });

  test('takes one state after another', async () => {
    const log = await makeSpace()();
    let position = await create(log, 'a');
    for (const key of ['1', '2', '3']) {
      position = await append(log, 'a', position, [put(key)]);
      await log.compact('a', position, [...CREATED, put(`up to ${key}`)]);
      expect(await readWhole(log, 'a')).toStrictEqual([...CREATED, put(`up to ${key}`)]);
    }
  });

  test('takes a large state, in order', async () => {
    const log = await makeSpace()();
    const rows = Array.from({ length: 20_000 }, (_, place) => {
      return { table: 'notes', key: `key ${place}`, entry: { row: { place }, place } };
    });
    const delta = { drawn: 3, rows };
    const state = [...CREATED, { kind: 'world', api: 'notes', seed: 'default', delta }] as const;
    const position = await create(log, 'a', [put('1')]);
    await log.compact('a', position, state);
    const whole = await readWhole(log, 'a');
    const read = whole?.flatMap((change) => (change.kind === 'world' ? change.delta.rows : []));
    expect(read).toStrictEqual(rows);
    // A smaller one leaves nothing of it.
    await log.compact('a', await append(log, 'a', position, [put('2')]), STATE);
    expect(await readWhole(log, 'a')).toStrictEqual(STATE);
  });

  test('loses nothing while another server appends', async () => {
    const open = makeSpace();
    const [one, other] = [await open(), await open()];
    let position = await create(one, 'a');
    const keys = Array.from({ length: 100 }, (_, at) => String(at));
    let isOver = false;
    const compacting = (async () => {
      while (!isOver) {
        const answer = await askOne(other, ask('a'));
        if (answer.kind !== 'news' || answer.position === undefined)
          throw new Error('Expected all.');
        await other.compact('a', answer.position, answer.changes);
      }
    })();
    for (const key of keys) position = await append(one, 'a', position, [put(key)]);
    isOver = true;
    await compacting;
    expect(await readWhole(one, 'a')).toStrictEqual([...CREATED, ...keys.map((key) => put(key))]);
  });
}
