import { untilAborted } from './until-aborted.ts';

/** Waits some milliseconds; rejects with the reason of a signal that comes first. */
export async function pause(
  milliseconds: number,
  signal: AbortSignal | null | undefined,
): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await untilAborted(signal, waiting).finally(() => clearTimeout(timer));
}
