import { describe, expect, test } from 'vitest';
import type { StateChange } from '../../../src/mock/state/state-store.ts';
import { decodeChanges, encodeChanges } from '../../../src/mock/state-log/encode-changes.ts';
import { splitChanges } from '../../../src/mock/state-log/split-changes.ts';
import { StateLogError } from '../../../src/mock/state-log/state-log-error.ts';
import { ALL_SETTINGS, CREATED, drop, put, SETTINGS } from './sample-changes.ts';

const ODD = 'a "quoted" \u0000 \ud800 😀 \\ \u2028';

describe('encodeChanges', () => {
  test.each<[string, readonly StateChange[]]>([
    ['nothing', []],
    ['settings without receiver', CREATED],
    ['settings with all', [{ kind: 'settings', settings: ALL_SETTINGS }]],
    ['rows', [put('1'), drop('2')]],
    ['odd texts', [put(ODD, { [ODD]: ODD }), put('__proto__'), put('constructor')]],
    ['a row with odd names', [put('1', JSON.parse('{"__proto__": {"a": 1}, "toString": null}'))]],
    ['what has no content', [{ kind: 'use' }, { kind: 'reset' }, { kind: 'removal' }]],
  ])('gives %s back from a text', (_, changes) => {
    const text = encodeChanges(changes);
    expect(decodeChanges(text, 'here')).toStrictEqual(changes);
    expect(text.isWellFormed()).toBe(true);
    expect(text).not.toContain('\u0000');
  });
});

describe('decodeChanges', () => {
  test.each([
    ['no JSON', '{', 'no list in JSON'],
    ['no list', '{"kind":"use"}', 'no list in JSON'],
    ['no change', '[null]', 'a change that is no object'],
    ['an unknown change', '[{"kind":"merge"}]', 'a change of kind "merge"'],
    ['a change of no kind', '[{}]', 'a change of kind undefined'],
    ['no world', '[{"kind":"world","api":1,"seed":"a"}]', 'a change of no world'],
    [
      'no rows',
      '[{"kind":"world","api":"a","seed":"a","delta":{"drawn":-1,"rows":[]}}]',
      'a change of a world without rows',
    ],
    [
      'a row without a key',
      '[{"kind":"world","api":"a","seed":"a","delta":{"drawn":0,"rows":[{"table":"t"}]}}]',
      'a row without table, key or entry',
    ],
    [
      'an entry without a place',
      '[{"kind":"world","api":"a","seed":"a","delta":{"drawn":0,"rows":[{"table":"t","key":"k","entry":{"row":{}}}]}}]',
      'a row without table, key or entry',
    ],
    [
      'wrong settings',
      JSON.stringify([{ kind: 'settings', settings: { ...SETTINGS, webhook: null, drawn: -1 } }]),
      'a change whose settings are none at /drawn: Too small: expected number to be >=0',
    ],
  ])('refuses %s', (_, text, found) => {
    expect(() => decodeChanges(text, 'store: sandbox "a"')).toThrow(
      new StateLogError(
        'store: sandbox "a"',
        'a transaction',
        found,
        'Use the release that wrote it, or delete the sandbox, by DELETE /_mock/sandboxes/{name}.',
      ),
    );
  });
});

describe('splitChanges', () => {
  test('keeps a small state together', () => {
    const state = [...CREATED, put('1'), drop('2')];
    expect(splitChanges(state)).toEqual([state]);
    expect(splitChanges([])).toEqual([[]]);
  });

  test('splits a large world, and nothing is lost', () => {
    const rows = Array.from({ length: 1234 }, (_, place) => ({
      table: 'notes',
      key: String(place),
      entry: { row: {}, place },
    }));
    const world: StateChange = {
      kind: 'world',
      api: 'notes',
      seed: 'default',
      delta: { drawn: 3, rows },
    };
    const parts = splitChanges([...CREATED, world, put('a')]);
    expect(parts.map((part) => part.length)).toEqual([1, 1, 1, 2]);
    const changes = parts.flat();
    expect(changes.at(0)).toEqual(CREATED[0]);
    const worlds = changes.filter((change) => change.kind === 'world');
    expect(worlds.map(({ delta }) => delta.drawn)).toEqual([3, 3, 3, 1]);
    expect(worlds.slice(0, 3).flatMap(({ delta }) => delta.rows)).toEqual(rows);
  });
});
