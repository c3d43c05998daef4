import { describe, expect, test } from 'vitest';
import {
  advanceClock,
  type ClockSettings,
  canAdvance,
  FIRST_INSTANT,
  LAST_INSTANT,
  readClock,
  setClock,
} from '../../../src/mock/state/clock.ts';

const clock: ClockSettings = { start: 'examples', begunAt: 0, setTo: undefined, moved: 0 };
const api = { epoch: 1000 };
const SPAN = LAST_INSTANT - FIRST_INSTANT;

describe('readClock', () => {
  test('runs from the epoch of an API', () => {
    expect(readClock(clock, api, 500)).toBe(1500);
  });

  test.each<[what: string, clock: Partial<ClockSettings>, time: number, expected: number]>([
    ['past its last instant', { setTo: { instant: LAST_INSTANT, at: 0 } }, 1, LAST_INSTANT],
    ['before its first one', { setTo: { instant: FIRST_INSTANT, at: 1 } }, 0, FIRST_INSTANT],
    ['by a real time that is none', { start: 'now', begunAt: 1e17 }, 1e17, LAST_INSTANT],
    ['by a pause without end', { begunAt: -1e300 }, 0, LAST_INSTANT],
    ['by a large move', { moved: -SPAN }, 0, FIRST_INSTANT],
  ])('stands still %s', (_what, some, time, expected) => {
    const now = readClock({ ...clock, ...some }, api, time);
    expect(now).toBe(expected);
    expect(new Date(now).toISOString()).toMatch(/^\d{4}-/);
  });
});

describe('setClock', () => {
  test.each([FIRST_INSTANT, LAST_INSTANT])('takes the limit %d', (instant) => {
    expect(readClock(setClock(clock, instant, 5), api, 5)).toBe(instant);
  });

  test.each([FIRST_INSTANT - 1, LAST_INSTANT + 1, Number.NaN, Infinity])(
    'refuses %d',
    (instant) => {
      expect(() => setClock(clock, instant, 0)).toThrow(RangeError);
    },
  );
});

describe('advanceClock', () => {
  test.each([SPAN + 1, -SPAN - 1, Number.NaN, Infinity])('refuses %d', (milliseconds) => {
    expect(() => advanceClock(clock, milliseconds)).toThrow(RangeError);
  });

  test('refuses a sum that is too large', () => {
    expect(() => advanceClock(advanceClock(clock, SPAN), 1)).toThrow(RangeError);
  });
});

describe('canAdvance', () => {
  test.each<[milliseconds: number, expected: boolean]>([
    [-1000, true],
    [-1001, false],
    [LAST_INSTANT - 1000, true],
    [LAST_INSTANT - 999, false],
    [Number.NaN, false],
  ])('by %d is %s for an API at 1000', (milliseconds, expected) => {
    expect(canAdvance(clock, [api], milliseconds, 0)).toBe(expected);
  });

  test('knows limits without any API', () => {
    expect([canAdvance(clock, [], SPAN, 0), canAdvance(clock, [], SPAN + 1, 0)]).toEqual([
      true,
      false,
    ]);
  });
});
