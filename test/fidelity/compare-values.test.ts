import { describe, expect, test } from 'vitest';
import { compareValues } from '../../src/fidelity/compare-values.ts';
import { createPairing } from '../../src/fidelity/pairing.ts';

const UUIDS = ['5b0f5f05-451e-4dcd-9c65-474315dd7d20', 'b4351ecc-ee1a-4455-bc94-2c3dbcc58538'];

function compare(recorded: unknown, ours: unknown, clockOffset = 0) {
  const rules = {
    pairing: createPairing(),
    isOpaque: (member: string) => member === 'id',
    isIgnored: (member: string) => member === 'trace',
    clockOffset,
  };
  return compareValues(recorded, ours, rules).map(({ kind, pointer }) => `${kind} ${pointer}`);
}

describe('compareValues', () => {
  test.each<[what: string, recorded: unknown, ours: unknown]>([
    ['equal values', { a: [1, null, 'x'] }, { a: [1, null, 'x'] }],
    ['ids', [{ id: 'a' }, { id: 'b' }, { id: 'a' }], [{ id: 'x' }, { id: 'y' }, { id: 'x' }]],
    ['UUIDs', { any: UUIDS[0] }, { any: UUIDS[1] }],
    ['URLs', { link: 'http://a/s/k1' }, { link: 'http://a/s/k2' }],
    ['tokens', { any: '<jwt>' }, { any: 'eyJhIjoxfQ.e30.c2ln' }],
    [
      'instants that are seconds apart, in any zone',
      { at: '2026-01-01T00:00:00Z' },
      { at: '2026-01-01T01:00:04.5+01:00' },
    ],
    ['what is ignored', { trace: 1 }, { trace: 'x' }],
  ])('accepts %s', (_what, recorded, ours) => {
    expect(compare(recorded, ours)).toEqual([]);
  });

  test.each<[what: string, recorded: unknown, ours: unknown, expected: string[]]>([
    ['another value', { a: { b: 1 } }, { a: { b: 2 } }, ['values /a/b']],
    ['another word', { msg: 'Share gone' }, { msg: 'User gone' }, ['values /msg']],
    ['another type', { a: 1 }, { a: '1' }, ['types /a']],
    ['null for a list', { a: null }, { a: [] }, ['types /a']],
    ['a member that is missing', { a: 1, b: 2 }, { a: 1 }, ['fields /b']],
    ['a member too many', { a: 1 }, { a: 1, b: 2 }, ['fields /b']],
    ['another length', [1], [1, 2], ['values ']],
    ['another order', { a: 1, b: 2 }, { b: 2, a: 1 }, ['order ']],
    ['two ids for one', [{ id: 'a' }, { id: 'a' }], [{ id: 'x' }, { id: 'y' }], ['values /1/id']],
    ['one id for two', [{ id: 'a' }, { id: 'b' }], [{ id: 'x' }, { id: 'x' }], ['values /1/id']],
    ['a text for a token', { any: '<jwt>' }, { any: 'x' }, ['values /any']],
    [
      'instants that are further apart',
      { at: '2026-01-01T00:00:00Z' },
      { at: '2026-01-01T00:00:06Z' },
      ['values /at'],
    ],
  ])('tells %s', (_what, recorded, ours, expected) => {
    expect(compare(recorded, ours)).toEqual(expected);
  });

  test('measures instants by a clock that is ahead', () => {
    const later = { at: '2026-01-02T00:00:00Z' };
    expect(compare({ at: '2026-01-01T00:00:00Z' }, later, 24 * 3600 * 1000)).toEqual([]);
  });
});
