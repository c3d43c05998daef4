import { describe, expect, onTestFinished, test } from 'vitest';
import type { SandboxSettings } from '../../../src/mock/state/sandbox-settings.ts';
import type { StateChange, StateStore } from '../../../src/mock/state/state-store.ts';
import { VersionConflictError } from '../../../src/mock/state/version-conflict-error.ts';
import { openStateFile } from '../../../src/mock/state-file/open-state-file.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

const settings: SandboxSettings = {
  drawn: 0,
  scenario: 'default',
  faults: [],
  webhook: undefined,
  clock: { start: 'examples', begunAt: 0, setTo: undefined, moved: 0 },
};
const WORLD = { sandbox: 'a', api: 'crego', seed: 'default' };

const put = (key: string, place: number): StateChange => ({
  kind: 'world',
  api: WORLD.api,
  seed: WORLD.seed,
  delta: { drawn: place, rows: [{ table: 'shares', key, entry: { row: { key }, place } }] },
});

/** Appends a transaction to the sandbox `a`. */
function append(store: StateStore, expected: number, ...changes: StateChange[]): number {
  return store.append({ sandbox: 'a', expected, at: 1000 + expected, changes });
}

async function openStore() {
  const { at } = await makeFolder();
  const open = () => {
    const store = openStateFile(at('state.db'));
    onTestFinished(store.close);
    return store;
  };
  return { store: open(), open };
}

describe('openStateFile', () => {
  test('gives a sandbox the next version with each transaction', async () => {
    const { store } = await openStore();
    expect(append(store, 0, { kind: 'settings', settings })).toBe(1);
    expect(append(store, 1, put('1', 0), put('2', 1))).toBe(2);
    expect(store.read(WORLD, 0)).toEqual({
      drawn: 1,
      rows: ['1', '2'].map((key, place) => ({
        table: 'shares',
        key,
        entry: { row: { key }, place },
      })),
    });
  });

  test.each([0, 1, 3])(
    'refuses a transaction that follows from version %i, not 2',
    async (wrong) => {
      const { store } = await openStore();
      append(store, 0, { kind: 'settings', settings });
      append(store, 1, put('1', 0));
      const before = store.read(WORLD, 0);
      expect(() => append(store, wrong, put('2', 1))).toThrow(VersionConflictError);
      expect(() => append(store, wrong, put('2', 1))).toThrow(
        `Sandbox "a": expected version ${wrong}, found 2.`,
      );
      expect(store.read(WORLD, 0)).toEqual(before);
    },
  );

  test('has nothing behind the current version, and no world that nobody has changed', async () => {
    const { store } = await openStore();
    append(store, 0, { kind: 'settings', settings });
    expect(store.read(WORLD, 0)).toBeUndefined();
    append(store, 1, put('1', 0));
    expect(store.read(WORLD, 2)).toEqual({ drawn: 0, rows: [] });
  });

  test('makes all changes of a transaction or none', async () => {
    const { store } = await openStore();
    append(store, 0, { kind: 'settings', settings });
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    const broken = { table: 'shares', key: '2', entry: { row: circular, place: 1 } };
    const delta = { drawn: 1, rows: [broken] };
    const change = { kind: 'world', api: 'crego', seed: 'default', delta } as const;
    expect(() => append(store, 1, put('1', 0), change)).toThrow('circular');
    expect(store.read(WORLD, 0)).toBeUndefined();
    expect(append(store, 1, put('1', 0))).toBe(2);
  });

  test('lists sandboxes by their last use, and forgets those that are removed or reset', async () => {
    const { store, open } = await openStore();
    for (const sandbox of ['b', 'c', 'a']) {
      const changes = [{ kind: 'settings', settings }, put('1', 0)] as const;
      store.append({ sandbox, expected: 0, at: 7, changes });
    }
    store.append({ sandbox: 'b', expected: 1, at: 8, changes: [{ kind: 'use' }] });
    store.append({ sandbox: 'c', expected: 1, at: 9, changes: [{ kind: 'removal' }] });
    append(store, 1, { kind: 'reset' });
    store.close();
    const again = open();
    expect(again.list().map(({ name, version }) => [name, version])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
    expect(again.read(WORLD, 0)).toBeUndefined();
    expect(again.read({ ...WORLD, sandbox: 'b' }, 0)?.rows).toHaveLength(1);
    expect(again.readSeenAt()).toBe(1001);
  });

  test('knows its own file after the log went into it beside a record of activity', async () => {
    const { store, open } = await openStore();
    append(store, 0, { kind: 'settings', settings });
    const text = 'x'.repeat(4000);
    const rows = Array.from({ length: 500 }, (_, place) => {
      const key = `${place}`;
      return { table: 'shares', key, entry: { row: { key, text }, place } };
    });
    const delta = { drawn: 1, rows };
    append(store, 1, { kind: 'world', api: WORLD.api, seed: WORLD.seed, delta });
    // A page each, so that the log has a thousand in the end, and goes into the file.
    for (let at = 0; at < 700; at += 1) store.noteSeenAt(at);
    expect(append(store, 2, put('last', 501))).toBe(3);
    store.close();
    expect(open().read(WORLD, 0)?.rows).toHaveLength(501);
  });

  test('keeps nothing once it is closed, and throws nothing', async () => {
    const { store, open } = await openStore();
    append(store, 0, { kind: 'settings', settings });
    store.close();
    store.close();
    expect(append(store, 1, put('1', 0))).toBe(2);
    store.noteSeenAt(9000);
    const again = open();
    expect([again.read(WORLD, 0), again.readSeenAt()]).toEqual([undefined, 1000]);
  });
});
