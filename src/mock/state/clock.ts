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

/** Converts real time to the time of an API in a sandbox. */
export function readClock(clock: ClockSettings, api: Dated, realTime: number): number {
  const { setTo, begunAt, moved } = clock;
  const time = setTo?.instant ?? startOf(clock, api);
  return time + realTime - (setTo?.at ?? begunAt) + moved;
}

/** Time of an API at the start of the clock. */
export function startOf({ start, begunAt }: ClockSettings, { epoch }: Dated): number {
  if (start === 'examples') return epoch;
  return start === 'now' ? begunAt : start;
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
