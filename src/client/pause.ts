import { startTimer } from './start-timer.ts';
import { untilAborted } from './until-aborted.ts';

/** Waits some milliseconds; rejects with the reason of a signal that comes first. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const start = () =>
    new Promise<void>((resolve) => {
      timer = startTimer(resolve, milliseconds);
    });
  return untilAborted(signal, start).finally(() => clearTimeout(timer));
}
