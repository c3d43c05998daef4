import { expect, test } from 'vitest';
import type { LogPosition, StateLog } from '../../../src/mock/state/state-log.ts';
import type { StateChange } from '../../../src/mock/state/state-store.ts';
import { append, askOne, create, readWhole } from './ask-log.ts';
import { ALL_SETTINGS, ask, CREATED, drop, put } from './sample-changes.ts';
import type { MakeSpace } from './started-store.ts';

const ODD = 'a \'single\' "quoted" \\ \u0000 \u2028 😀 {x} *';

/** Facts about one exchange, and about two servers that exchange at the same time. */
export function testExchange(makeSpace: MakeSpace): void {
  test('answers no questions by no answers', async () => {
    const log = await makeSpace()();
    expect(await log.exchange([])).toEqual([]);
  });

  test('knows of no sandbox at first, and makes none for a question', async () => {
    const log = await makeSpace()();
    const answer = { kind: 'accepted', position: undefined, uncompacted: 0 };
    expect(await askOne(log, ask('a'))).toEqual(answer);
    expect(await askOne(log, ask('a'))).toEqual(answer);
    expect(await log.list()).toEqual([]);
  });

  test('creates a sandbox by its first transactions', async () => {
    const log = await makeSpace()();
    const answer = await askOne(log, ask('a', undefined, { transactions: [CREATED, [put('1')]] }));
    expect(answer).toMatchObject({ kind: 'accepted', position: { version: 2 } });
    expect(await readWhole(log, 'a')).toStrictEqual([...CREATED, put('1')]);
  });

  test('stores transactions at the position that they were made at', async () => {
    const log = await makeSpace()();
    const created = await create(log, 'a');
    const next = await append(log, 'a', created, [put('1')], [put('2'), drop('1')], []);
    expect(next).toEqual({ log: created.log, version: 4 });
    expect(await readWhole(log, 'a')).toStrictEqual([...CREATED, put('1'), put('2'), drop('1')]);
  });

  test('accepts nothing new from who is up to date', async () => {
    const log = await makeSpace()();
    const position = await create(log, 'a', [put('1')]);
    expect(await askOne(log, ask('a', position))).toMatchObject({ kind: 'accepted', position });
    expect(await readWhole(log, 'a')).toHaveLength(2);
  });

  test('counts the transactions that no state stands for, or says 0', async () => {
    const log = await makeSpace()();
    const position = await create(log, 'a', [put('1')], [put('2')]);
    const answer = await askOne(log, ask('a', position));
    expect([0, 3]).toContain(answer.kind === 'accepted' && answer.uncompacted);
  });

  test('tells who is behind what is new, and stores nothing of it', async () => {
    const log = await makeSpace()();
    const created = await create(log, 'a');
    const position = await append(log, 'a', created, [put('1')], [put('2'), put('3')]);
    expect(await askOne(log, ask('a', created, { transactions: [[put('x')]] }))).toStrictEqual({
      kind: 'news',
      position,
      isWhole: false,
      changes: [put('1'), put('2'), put('3')],
    });
    expect(await askOne(log, ask('a', position))).toMatchObject({ kind: 'accepted', position });
  });

  test.each<[string, (right: LogPosition) => LogPosition | undefined]>([
    ['knows of none', () => undefined],
    ['knows another log', ({ version }) => ({ log: '1', version })],
    ['knows a log by an odd name', ({ version }) => ({ log: ODD.replace('\0', ''), version })],
    ['is ahead, as the store lost what it had', ({ log }) => ({ log, version: 3 })],
  ])('tells all to who %s, and stores nothing of it', async (_, known) => {
    const log = await makeSpace()();
    const position = await create(log, 'a', [put('1')]);
    const question = ask('a', known(position), { transactions: [[put('x')]] });
    expect(await askOne(log, question)).toStrictEqual({
      kind: 'news',
      position,
      isWhole: true,
      changes: [...CREATED, put('1')],
    });
    expect(await readWhole(log, 'a')).toHaveLength(2);
  });

  test('tells that a sandbox is gone to who knows it', async () => {
    const log = await makeSpace()();
    const known = { log: '17', version: 3 };
    const gone = { kind: 'news', position: undefined, isWhole: true, changes: [] };
    for (const rest of [{}, { transactions: [[put('x')]] }, { removes: true }]) {
      expect(await askOne(log, ask('a', known, rest))).toStrictEqual(gone);
    }
    expect(await readWhole(log, 'a')).toBeUndefined();
  });

  test('answers several questions in order, each by itself', async () => {
    const log = await makeSpace()();
    const a = await create(log, 'a');
    const b = await create(log, 'b', [put('b')]);
    const answers = await log.exchange([
      ask('a', a, { transactions: [[put('1')]] }),
      ask('b', { ...b, version: 1 }, { transactions: [[put('x')]] }),
      ask('c'),
      ask('d', undefined, { transactions: [CREATED] }),
      ask('e', { log: '1', version: 1 }),
      ask('a', a),
      ask('b', b, { removes: true }),
      ask('b'),
    ]);
    const next = { ...a, version: 2 };
    expect(answers).toMatchObject([
      { kind: 'accepted', position: next },
      { kind: 'news', position: b, isWhole: false, changes: [put('b')] },
      { kind: 'accepted', position: undefined },
      { kind: 'accepted', position: { version: 1 } },
      { kind: 'news', position: undefined, isWhole: true },
      { kind: 'news', position: next, isWhole: false, changes: [put('1')] },
      { kind: 'accepted', position: undefined },
      { kind: 'accepted', position: undefined },
    ]);
    expect((await log.list()).map(({ name }) => name).sort()).toEqual(['a', 'd']);
  });

  test('answers many questions at once', async () => {
    const log = await makeSpace()();
    const names = Array.from({ length: 300 }, (_, at) => `s${at}`);
    const answers = await log.exchange(
      names.map((name) => ask(name, undefined, { transactions: [CREATED, [put(name)]] })),
    );
    expect(new Set(answers.map(({ position }) => position?.version))).toEqual(new Set([2]));
    const whole = await log.exchange(names.map((name) => ask(name)));
    expect(whole.map((answer) => answer.kind === 'news' && answer.changes)).toEqual(
      names.map((name) => [...CREATED, put(name)]),
    );
  });

  test('answers exchanges that are under way at the same time', async () => {
    const log = await makeSpace()();
    const names = Array.from({ length: 50 }, (_, at) => `s${at}`);
    await Promise.all(names.map((name) => create(log, name, [put(name)])));
    const wholes = await Promise.all(names.map((name) => readWhole(log, name)));
    expect(wholes).toEqual(names.map((name) => [...CREATED, put(name)]));
  });

  test('removes a sandbox at its position', async () => {
    const log = await makeSpace()();
    const position = await create(log, 'a', [put('1')]);
    await create(log, 'b');
    const answer = await askOne(log, ask('a', position, { removes: true }));
    expect(answer).toMatchObject({ kind: 'accepted', position: undefined });
    expect(await readWhole(log, 'a')).toBeUndefined();
    expect((await log.list()).map(({ name }) => name)).toEqual(['b']);
  });

  test('removes no sandbox that has news', async () => {
    const log = await makeSpace()();
    const created = await create(log, 'a');
    await append(log, 'a', created, [put('1')]);
    for (const known of [created, undefined, { log: '1', version: 2 }]) {
      const answer = await askOne(log, ask('a', known, { removes: true }));
      expect(answer).toMatchObject({ kind: 'news', position: { version: 2 } });
    }
    expect(await readWhole(log, 'a')).toHaveLength(2);
  });

  test('removes what is none', async () => {
    const log = await makeSpace()();
    const answer = await askOne(log, ask('a', undefined, { removes: true }));
    expect(answer).toMatchObject({ kind: 'accepted', position: undefined });
  });

  test('gives a sandbox that is made again another log, without anything of the first', async () => {
    const log = await makeSpace()();
    const logs = new Set<string>();
    let last: LogPosition | undefined;
    for (let made = 0; made < 20; made += 1) {
      const position = await create(log, 'a', [put(String(made))]);
      expect(await readWhole(log, 'a')).toStrictEqual([...CREATED, put(String(made))]);
      if (last !== undefined) {
        const answer = await askOne(log, ask('a', last));
        expect(answer).toMatchObject({ kind: 'news', position, isWhole: true });
      }
      await askOne(log, ask('a', position, { removes: true }));
      logs.add(position.log);
      last = position;
    }
    expect(logs.size).toBe(20);
  });

  test.each(['__proto__', 'constructor', 'a:b', "a'b", 'a"b', '{a}', 'a b', '😀', 'x'.repeat(64)])(
    'keeps a sandbox called %j',
    async (name) => {
      const log = await makeSpace()();
      await create(log, name, [put('1')]);
      await create(log, 'other');
      await log.journals.append(name, [{ text: '1', counted: name }]);
      expect(await readWhole(log, name)).toStrictEqual([...CREATED, put('1')]);
      const listed = await log.list();
      expect(listed.find((sandbox) => sandbox.name === name)).toMatchObject({ recorded: 1 });
      expect(listed.find((sandbox) => sandbox.name === 'other')).toMatchObject({ recorded: 0 });
    },
  );

  test('keeps odd keys and texts', async () => {
    const log = await makeSpace()();
    const row = JSON.parse(`{"__proto__": 1, ${JSON.stringify(ODD)}: ${JSON.stringify(ODD)}}`);
    const changes: StateChange[] = [
      { kind: 'settings', settings: ALL_SETTINGS },
      put(ODD, row),
      put('\ud800', { half: '\udfff' }),
      put('__proto__'),
      { kind: 'use' },
      { kind: 'reset' },
    ];
    await create(log, 'a', changes);
    expect(await readWhole(log, 'a')).toStrictEqual([...CREATED, ...changes]);
  });

  test('keeps large transactions, and many of them', async () => {
    const log = await makeSpace()();
    const text = '0123456789abcdef😀"\n'.repeat(250_000);
    const position = await create(log, 'a', [put('1', { text })]);
    await append(
      log,
      'a',
      position,
      ...Array.from({ length: 3000 }, (_, at) => [put('2', {}, at)]),
    );
    const answer = await askOne(log, ask('a', position));
    expect(answer.kind === 'news' && answer.changes).toEqual(
      Array.from({ length: 3000 }, (_, at) => put('2', {}, at)),
    );
    const whole = await readWhole(log, 'a');
    expect(whole).toHaveLength(3002);
    expect(whole?.[1]).toStrictEqual(put('1', { text }));
  });

  test('shares what is stored with other servers', async () => {
    const open = makeSpace();
    const [one, other] = [await open(), await open()];
    const position = await create(one, 'a', [put('1')]);
    expect(await readWhole(other, 'a')).toStrictEqual([...CREATED, put('1')]);
    expect(await append(other, 'a', position, [put('2')])).toEqual({ ...position, version: 3 });
    expect(await askOne(one, ask('a', position))).toMatchObject({ changes: [put('2')] });
  });

  test('shares nothing with another space', async () => {
    const log = await makeSpace()();
    const position = await create(log, 'a');
    const other = await makeSpace()();
    expect(await readWhole(other, 'a')).toBeUndefined();
    expect(await askOne(other, ask('a', position))).toMatchObject({ kind: 'news', changes: [] });
  });

  test('takes one transaction for each version from servers that race', async () => {
    const open = makeSpace();
    const [one, other] = [await open(), await open()];
    const created = await create(one, 'a');
    const stored = await Promise.all([race(one, created, 'one'), race(other, created, 'other')]);
    const byVersion = stored.flat().sort(([a], [b]) => a - b);
    expect(byVersion.map(([version]) => version)).toEqual(
      Array.from({ length: 200 }, (_, at) => at + 2),
    );
    const expected = [...CREATED, ...byVersion.map(([, change]) => change)];
    expect(await readWhole(await open(), 'a')).toStrictEqual(expected);
  });

  test('lets one of many servers create a sandbox', async () => {
    const open = makeSpace();
    const logs = await Promise.all(Array.from({ length: 5 }, open));
    const transactions = [CREATED];
    const answers = await Promise.all(
      logs.map((log) => askOne(log, ask('a', undefined, { transactions }))),
    );
    expect(answers.filter(({ kind }) => kind === 'accepted')).toHaveLength(1);
    expect(new Set(answers.map(({ position }) => position?.log)).size).toBe(1);
  });

  test('counts sandboxes', async () => {
    const log = await makeSpace()();
    expect(await log.count()).toBe(0);
    for (const name of ['a', 'b']) await create(log, name);
    expect(await log.count()).toBe(2);
    expect(log.name).not.toBe('');
  });
}

/** Stores 100 transactions of a server, each of which is made again wherever another server was faster. */
async function race(
  log: StateLog,
  start: LogPosition,
  server: string,
): Promise<[version: number, change: StateChange][]> {
  const stored: [number, StateChange][] = [];
  let known = start;
  for (let made = 0; made < 100; ) {
    const change = put(`${server} ${made}`);
    const answer = await askOne(log, ask('a', known, { transactions: [[change]] }));
    if (answer.position === undefined) throw new Error('Expected a position.');
    known = answer.position;
    if (answer.kind === 'news') continue;
    stored.push([known.version, change]);
    made += 1;
  }
  return stored;
}
