import { setTimeout as wait } from 'node:timers/promises';

/** Waits until the next request may be sent; rejects where the signal is aborted before. */
export type Pace = (signal: AbortSignal) => Promise<void>;

/** Spaces requests evenly, so many per second; without a rate nothing waits. */
export function createPace(rate: number | undefined, now = () => performance.now()): Pace {
  if (rate === undefined) return async () => {};
  let next = 0;
  return async (signal) => {
    const start = Math.max(now(), next);
    next = start + 1000 / rate;
    const pause = start - now();
    if (pause > 0) await wait(pause, undefined, { signal });
  };
}
