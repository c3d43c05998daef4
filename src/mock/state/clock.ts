/** Start of a new sandbox's clock: the API's epoch, real time, or a Unix time in milliseconds. */
export type ClockStart = 'examples' | 'now' | number;

/** State of a sandbox's clock; all times are in Unix milliseconds. */
export interface ClockSettings {
  readonly start: ClockStart;
  /** Real time at which the clock started; `resumeClock` moves it. */
  readonly begunAt: number;
  /** Instant that the clock was set to, and the real time at which that happened. */
  readonly setTo: { readonly instant: number; readonly at: number } | undefined;
  /** Milliseconds by which the clock was advanced since it was set, or since its start. */
  readonly moved: number;
}

/** API whose examples were true at `epoch`, in Unix milliseconds. */
interface Dated {
  readonly epoch: number;
}

/**
 * First and last instant of a clock, in Unix milliseconds.
 *
 * Some providers count from 1970 and have no sign. Date-times have years of four digits
 * (https://www.rfc-editor.org/rfc/rfc3339#section-5.6), and the last year is for what providers add
 * to the time: offsets, expiries.
 */
export const FIRST_INSTANT = 0;
export const LAST_INSTANT = Date.parse('9998-12-31T23:59:59Z');
/** The same in words. */
export const CLOCK_LIMITS = 'from 1970-01-01T00:00:00Z to 9998-12-31T23:59:59Z';

/** Longest distance of a `Date` from 1970 in milliseconds, https://tc39.es/ecma262/#sec-time-values-and-time-range. */
export const MAX_DATE = 8.64e15;

/** Whether a clock may be set to an instant. */
export function isClockInstant(instant: number): boolean {
  return instant >= FIRST_INSTANT && instant <= LAST_INSTANT;
}

/** Converts real time to the time of an API in a sandbox; a clock stands still at its limits. */
export function readClock(clock: ClockSettings, api: Dated, realTime: number): number {
  const { setTo, begunAt, moved } = clock;
  const time = setTo?.instant ?? startOf(clock, api);
  const now = time + realTime - (setTo?.at ?? begunAt) + moved;
  return Math.min(Math.max(now, FIRST_INSTANT), LAST_INSTANT);
}

/** Time of an API at the start of the clock. */
export function startOf({ start, begunAt }: ClockSettings, { epoch }: Dated): number {
  if (start === 'examples') return epoch;
  return start === 'now' ? begunAt : start;
}

/** Sets a clock to an instant at a real time; throws RangeError for one beyond the limits. */
export function setClock(clock: ClockSettings, instant: number, at: number): ClockSettings {
  if (!isClockInstant(instant)) throw new RangeError(`Expected a time ${CLOCK_LIMITS}.`);
  return { ...clock, setTo: { instant, at }, moved: 0 };
}

/** Moves a clock; throws RangeError where that passes the limits wherever it stands. */
export function advanceClock(clock: ClockSettings, milliseconds: number): ClockSettings {
  const moved = clock.moved + milliseconds;
  // `NaN` is beyond them as well.
  if (Math.abs(moved) <= LAST_INSTANT - FIRST_INSTANT) return { ...clock, moved };
  throw new RangeError(`Expected a duration after which the time is ${CLOCK_LIMITS}.`);
}

/** Whether `advanceClock` moves the times of all APIs within the limits. */
export function canAdvance(
  clock: ClockSettings,
  apis: readonly Dated[],
  milliseconds: number,
  realTime: number,
): boolean {
  const isMovable = Math.abs(clock.moved + milliseconds) <= LAST_INSTANT - FIRST_INSTANT;
  return (
    isMovable && apis.every((api) => isClockInstant(readClock(clock, api, realTime) + milliseconds))
  );
}

/** Skips milliseconds in which no server ran; a clock that started at `now` keeps real time. */
export function resumeClock(clock: ClockSettings, pause: number): ClockSettings {
  const { begunAt, setTo, start } = clock;
  if (start === 'now') return clock;
  return {
    ...clock,
    begunAt: begunAt + pause,
    setTo: setTo && { ...setTo, at: setTo.at + pause },
  };
}
