/** When a new sandbox begins: when the examples were true, when it is made, or at an instant in milliseconds. */
export type ClockStart = 'examples' | 'now' | number;

/** What the time of a sandbox follows from; all times are in milliseconds of the epoch. */
export interface ClockSettings {
  readonly start: ClockStart;
  /** Real time at which the sandbox began. */
  readonly begunAt: number;
  /** Instant that the clock was set to, and the real time at which it was. */
  readonly setTo: { readonly instant: number; readonly at: number } | undefined;
  /** Milliseconds that the clock was moved by since it was set, or else since the sandbox began. */
  readonly moved: number;
}

/** API with a moment at which its examples were true, in milliseconds of the epoch. */
interface Dated {
  readonly epoch: number;
}

/** Time of an API in a sandbox at a real time. */
export function readClock(clock: ClockSettings, api: Dated, realTime: number): number {
  const { setTo, begunAt, moved } = clock;
  const time = setTo?.instant ?? startOf(clock, api);
  return time + realTime - (setTo?.at ?? begunAt) + moved;
}

/** Time of an API when the sandbox began. */
export function startOf({ start, begunAt }: ClockSettings, { epoch }: Dated): number {
  if (start === 'examples') return epoch;
  return start === 'now' ? begunAt : start;
}

/** Clock that has stood still for milliseconds of real time, in which no server ran; one that began with the real time follows it. */
export function resumeClock(clock: ClockSettings, pause: number): ClockSettings {
  const { begunAt, setTo, start } = clock;
  if (start === 'now') return clock;
  return {
    ...clock,
    begunAt: begunAt + pause,
    setTo: setTo && { ...setTo, at: setTo.at + pause },
  };
}
