import { writeEvents } from '../../contract/model/server-sent-event.ts';
import { describeEntry } from '../journal/describe-entry.ts';
import type { Journal } from '../journal/journal.ts';

/** How a journal is followed. */
export interface FollowOptions {
  /** Id of the last entry that is known already. */
  readonly after: number;
  /** Milliseconds after which a comment keeps a connection open that nothing is sent through. */
  readonly keepAlive: number;
  /** Called once the stream has ended, by either side. */
  readonly onEnd: () => void;
}

/** Journal as server-sent events, and the way to end them. */
export interface FollowedJournal {
  readonly stream: ReadableStream<Uint8Array>;
  readonly end: () => void;
}

/** Most entries of one part of the stream. */
const MAX_ENTRIES = 20;
/** Milliseconds until a reader asks again when the connection is lost. */
const RETRY = 1000;

/**
 * Sends the entries of a journal as events, the kept ones and then each as it comes.
 *
 * Entries are read when the reader takes them, so that a slow one takes no memory; it misses what the journal drops
 * meanwhile. An `after` that the journal never had is that of another server, and everything is sent.
 */
export function followJournal(
  journal: Journal,
  { after, keepAlive, onEnd }: FollowOptions,
): FollowedJournal {
  const encoder = new TextEncoder();
  let seen = after > journal.lastId() ? 0 : after;
  let isCleared = false;
  let isEnded = false;
  let wake = () => {};
  const leave = journal.follow({
    onEntry: () => wake(),
    onClear: () => {
      isCleared = true;
      wake();
    },
    onEnd: end,
  });
  const stream = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        const data = { last: journal.lastId() };
        controller.enqueue(encoder.encode(writeEvents([{ event: 'start', retry: RETRY, data }])));
      },
      pull: async (controller) => {
        const isAwake = isReady() || (await untilReady());
        if (isEnded) controller.close();
        else controller.enqueue(encoder.encode(isAwake ? writeNext() : ':\n\n'));
      },
      cancel: end,
    },
    { highWaterMark: 1 },
  );
  return { stream, end };

  function end(): void {
    if (isEnded) return;
    isEnded = true;
    leave();
    wake();
    onEnd();
  }

  function isReady(): boolean {
    return isEnded || isCleared || journal.lastId() > seen;
  }

  /** Whether something happened, before it was time to keep the connection open. */
  function untilReady(): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle(false), keepAlive);
      timer.unref();
      wake = () => settle(true);
      function settle(isAwake: boolean): void {
        clearTimeout(timer);
        wake = () => {};
        resolve(isAwake);
      }
    });
  }

  function writeNext(): string {
    if (isCleared) {
      isCleared = false;
      // Entries before are gone, those after come next.
      seen = Math.max(seen, journal.lastId() - journal.total());
      return writeEvents([{ event: 'clear', id: seen, data: { last: seen } }]);
    }
    const entries = journal.entries(seen).slice(0, MAX_ENTRIES);
    seen = entries.at(-1)?.[0] ?? journal.lastId();
    return writeEvents(
      entries.map((entry) => ({ id: entry[0], data: JSON.stringify(describeEntry(entry)) })),
    );
  }
}
