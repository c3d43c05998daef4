import type { Behaviour } from '../behaviour.ts';
import type { InhabitedApi } from './sandbox.ts';

/** Where a fresh sandbox begins: when the examples were true, when it is made, or at an instant in milliseconds. */
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

/** Time of an API at a real time. */
export function tell(clock: ClockSettings, api: InhabitedApi, realTime: number): number {
  const { setTo, begunAt, moved } = clock;
  const time = setTo?.instant ?? startOf(clock, api);
  return time + realTime - (setTo?.at ?? begunAt) + moved;
}

/** Time of an API when the sandbox began. */
export function startOf({ start, begunAt }: ClockSettings, api: InhabitedApi): number {
  if (start === 'examples') return epochOf(api);
  return start === 'now' ? begunAt : start;
}

const epochs = new WeakMap<Behaviour, number>();

/** Time at which the examples of an API were true. */
export function epochOf({ behaviour }: InhabitedApi): number {
  const epoch = epochs.get(behaviour) ?? Date.parse(behaviour.epoch);
  epochs.set(behaviour, epoch);
  return epoch;
}

/** The clock after it stood still for milliseconds of real time. */
export function pauseClock(clock: ClockSettings, milliseconds: number): ClockSettings {
  const { begunAt, setTo } = clock;
  return {
    ...clock,
    begunAt: begunAt + milliseconds,
    setTo: setTo && { ...setTo, at: setTo.at + milliseconds },
  };
}
