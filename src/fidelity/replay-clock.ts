import type { ServerControl } from './server.ts';

/** Time of the server that a history is replayed on. */
export interface ReplayClock {
  /** Milliseconds of the epoch. */
  readonly read: () => number;
  /** Moves it to an instant, unless that has passed: a clock that goes back makes tokens invalid. */
  readonly moveTo: (instant: number) => Promise<void>;
  /** Milliseconds by which it is ahead of the recorded one. */
  readonly offset: number;
}

/** Sets the clock to the time at which a history began; a live server has its own. */
export async function startClock(
  control: ServerControl | undefined,
  begin: number | undefined,
): Promise<ReplayClock> {
  if (control === undefined) {
    const offset = begin === undefined ? 0 : Date.now() - begin;
    return { read: Date.now, moveTo: async () => {}, offset };
  }
  let now = begin ?? Date.now();
  await control.setClock(now);
  return {
    read: () => now,
    moveTo: async (instant) => {
      if (instant > now) {
        now = instant;
        await control.setClock(now);
      }
    },
    offset: 0,
  };
}
