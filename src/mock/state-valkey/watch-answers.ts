import type { Redis } from 'iovalkey';

/** Counts commands that wait for their answers. */
export interface AnswerWatch {
  readonly begin: () => void;
  readonly end: () => void;
}

/** Parts of the time that has to pass without a byte. */
const PARTS = 4;

/**
 * Ends a connection that brought nothing for `timeout` milliseconds while there are answers to come, so that the next one
 * is tried, and nobody waits longer.
 *
 * Any byte counts, since a large answer may take longer. Time in which this process was busy does not, as a part passes at
 * most once per turn of its loop.
 */
export function watchAnswers(client: Redis, timeout: number): AnswerWatch {
  let waiting = 0;
  let quietParts = 0;
  let bytes = 0;
  let timer: NodeJS.Timeout | undefined;
  return {
    begin: () => {
      waiting += 1;
      if (timer !== undefined) return;
      quietParts = 0;
      bytes = countBytes();
      timer = setTimeout(look, timeout / PARTS);
    },
    end: () => {
      waiting -= 1;
    },
  };

  function look(): void {
    timer = undefined;
    if (waiting === 0) return;
    const read = countBytes();
    quietParts = read === bytes ? quietParts + 1 : 0;
    bytes = read;
    if (quietParts >= PARTS) client.stream.destroy(new Error('timed out'));
    else timer = setTimeout(look, timeout / PARTS);
  }

  function countBytes(): number {
    return client.stream?.bytesRead ?? 0;
  }
}
