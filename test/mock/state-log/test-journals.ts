import { expect, test } from 'vitest';
import { KEPT_ENTRIES, type NewEntry } from '../../../src/mock/state/state-log.ts';
import { askOne, create } from './ask-log.ts';
import { ask } from './sample-changes.ts';
import type { MakeSpace } from './started-store.ts';

const EMPTY = { entries: [], last: 0, cleared: 0, counts: {} };

function listEntries(from: number, to: number): NewEntry[] {
  return Array.from({ length: to - from + 1 }, (_, at) => ({
    text: JSON.stringify({ entry: from + at }),
    counted: (from + at) % 2 === 0 ? 'even' : undefined,
  }));
}

/** Facts about the journals that servers share. */
export function testJournals(makeSpace: MakeSpace): void {
  test('has nothing at first', async () => {
    const log = await makeSpace()();
    expect(await log.journals.read('a', 0)).toEqual(EMPTY);
    await create(log, 'a');
    expect(await log.journals.read('a', 0)).toEqual(EMPTY);
  });

  test('gives entries ids that go up by 1, whichever server adds them', async () => {
    const open = makeSpace();
    const [one, other] = [await open(), await open()];
    await create(one, 'a');
    await one.journals.append('a', listEntries(1, 2));
    await other.journals.append('a', listEntries(3, 3));
    await one.journals.append('a', []);
    expect(await other.journals.read('a', 0)).toEqual({
      entries: [
        [1, '{"entry":1}'],
        [2, '{"entry":2}'],
        [3, '{"entry":3}'],
      ],
      last: 3,
      cleared: 0,
      counts: { even: 1 },
    });
  });

  test('reads after an entry', async () => {
    const log = await makeSpace()();
    await create(log, 'a');
    await log.journals.append('a', listEntries(1, 5));
    const read = async (after: number) => {
      const { entries, last } = await log.journals.read('a', after);
      expect(last).toBe(5);
      return entries.map(([id]) => id);
    };
    expect(await read(3)).toEqual([4, 5]);
    expect(await read(5)).toEqual([]);
    expect(await read(99)).toEqual([]);
  });

  test('keeps the newest entries, and counts all', async () => {
    const log = await makeSpace()();
    await create(log, 'a');
    await log.journals.append('a', listEntries(1, KEPT_ENTRIES));
    await log.journals.append('a', listEntries(KEPT_ENTRIES + 1, KEPT_ENTRIES + 10));
    const { entries, ...rest } = await log.journals.read('a', 0);
    expect(entries).toHaveLength(KEPT_ENTRIES);
    expect(entries.at(0)).toEqual([11, '{"entry":11}']);
    expect(entries.at(-1)).toEqual([KEPT_ENTRIES + 10, `{"entry":${KEPT_ENTRIES + 10}}`]);
    expect(rest).toEqual({ last: KEPT_ENTRIES + 10, cleared: 0, counts: { even: 105 } });
    expect((await log.journals.read('a', 5)).entries).toHaveLength(KEPT_ENTRIES);
    expect((await log.journals.read('a', 12)).entries.at(0)?.[0]).toBe(13);
  });

  test('keeps the newest of more entries than are kept', async () => {
    const log = await makeSpace()();
    await create(log, 'a');
    await log.journals.append('a', listEntries(1, 3 * KEPT_ENTRIES));
    const { entries, last } = await log.journals.read('a', 0);
    expect(entries.map(([id]) => id)).toEqual(
      Array.from({ length: KEPT_ENTRIES }, (_, at) => 2 * KEPT_ENTRIES + 1 + at),
    );
    expect(last).toBe(3 * KEPT_ENTRIES);
  });

  test('counts entries that are skipped, and gives them ids', async () => {
    const log = await makeSpace()();
    await create(log, 'a');
    await log.journals.append('a', listEntries(1, 2));
    const skipped = { number: 300, counts: { even: 150, odd: 149 } };
    await log.journals.append('a', listEntries(303, 302 + KEPT_ENTRIES), skipped);
    const { entries, ...rest } = await log.journals.read('a', 0);
    expect(entries).toHaveLength(KEPT_ENTRIES);
    expect(entries.at(0)).toEqual([303, '{"entry":303}']);
    expect(rest).toEqual({
      last: 302 + KEPT_ENTRIES,
      cleared: 0,
      counts: { even: 151 + KEPT_ENTRIES / 2, odd: 149 },
    });
    expect(await log.list()).toMatchObject([{ recorded: 302 + KEPT_ENTRIES }]);
  });

  test('forgets entries and counts when it is cleared, and ids go on', async () => {
    const log = await makeSpace()();
    await create(log, 'a');
    await log.journals.append('a', listEntries(1, 4));
    await log.journals.clear('a');
    expect(await log.journals.read('a', 0)).toEqual({ ...EMPTY, last: 4, cleared: 4 });
    await log.journals.append('a', listEntries(5, 6));
    expect(await log.journals.read('a', 0)).toEqual({
      entries: [
        [5, '{"entry":5}'],
        [6, '{"entry":6}'],
      ],
      last: 6,
      cleared: 4,
      counts: { even: 1 },
    });
    expect((await log.journals.read('a', 2)).entries.map(([id]) => id)).toEqual([5, 6]);
  });

  test('clears what is empty', async () => {
    const log = await makeSpace()();
    await create(log, 'a');
    await log.journals.clear('a');
    expect(await log.journals.read('a', 0)).toEqual(EMPTY);
  });

  test('counts odd names, and keeps odd texts', async () => {
    const log = await makeSpace()();
    await create(log, 'a');
    const odd = ['__proto__', 'constructor', 'last', 'cleared', '', 'a"b\'c', '😀', ' 1'];
    await log.journals.append(
      'a',
      odd.flatMap((text) => [
        { text, counted: text },
        { text, counted: text },
      ]),
    );
    const { entries, counts } = await log.journals.read('a', 0);
    expect(entries.map(([, text]) => text)).toEqual(odd.flatMap((text) => [text, text]));
    expect(Object.entries(counts).sort()).toEqual(odd.map((name) => [name, 2]).sort());
  });

  test('goes with its sandbox', async () => {
    const log = await makeSpace()();
    const position = await create(log, 'a');
    await create(log, 'b');
    await log.journals.append('a', listEntries(1, 4));
    await log.journals.append('b', listEntries(1, 1));
    await askOne(log, ask('a', position, { removes: true }));
    expect(await log.journals.read('a', 0)).toMatchObject({ entries: [], counts: {} });
    await create(log, 'a');
    expect(await log.journals.read('a', 0)).toMatchObject({ entries: [], counts: {} });
    expect((await log.journals.read('b', 0)).entries).toHaveLength(1);
  });

  test('loses no entry of servers that add at the same time', async () => {
    const open = makeSpace();
    const logs = [await open(), await open()];
    const [log] = logs;
    if (log === undefined) throw new Error('Expected a log.');
    await create(log, 'a');
    await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        logs[at % 2]?.journals.append('a', [
          { text: String(at), counted: 'x' },
          { text: '', counted: 'x' },
        ]),
      ),
    );
    const { entries, counts } = await log.journals.read('a', 0);
    expect(entries.map(([id]) => id)).toEqual(Array.from({ length: 100 }, (_, at) => at + 1));
    expect(new Set(entries.map(([, text]) => text)).size).toBe(51);
    expect(counts).toEqual({ x: 100 });
  });
}
