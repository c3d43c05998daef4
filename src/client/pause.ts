import { untilAborted } from './until-aborted.ts';

/** A timer of more is over at once: https://nodejs.org/api/timers.html#settimeoutcallback-delay-args. */
const LONGEST = 2 ** 31 - 1;

/** Waits some milliseconds; rejects with the reason of a signal that comes first. */
export async function pause(
  milliseconds: number,
  signal: AbortSignal | null | undefined,
): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const start = () =>
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, Math.min(milliseconds, LONGEST));
    });
  await untilAborted(signal, start).finally(() => clearTimeout(timer));
}
