import type { Journal } from '../journal/journal.ts';
import { followJournal } from './follow-journal.ts';

/** Those who follow journals of a server. */
export interface Followers {
  /** How many there may be at a time. */
  readonly limit: number;
  /** Whether there may be one more. */
  readonly hasRoom: () => boolean;
  /** Opens the events of a journal after the entry with an id; nothing where there is no room any more. */
  readonly follow: (journal: Journal, after: number) => ReadableStream<Uint8Array>;
  /** Ends all streams. */
  readonly close: () => void;
}

/** How many follow at a time, and how their connections are kept open. */
export interface FollowersOptions {
  readonly limit?: number;
  /** Milliseconds after which a comment is sent where nothing else is. */
  readonly keepAlive?: number;
}

/** Creates the list of those who follow, which is empty at first. */
export function createFollowers({
  limit = 100,
  keepAlive = 15_000,
}: FollowersOptions = {}): Followers {
  const open = new Set<() => void>();
  return {
    limit,
    hasRoom: () => open.size < limit,
    follow: (journal, after) => {
      // Requests at the same time were all told that there is room.
      if (open.size >= limit) return new ReadableStream({ start: (sink) => sink.close() });
      const { stream, end } = followJournal(journal, {
        after,
        keepAlive,
        onEnd: () => open.delete(end),
      });
      open.add(end);
      return stream;
    },
    close: () => {
      for (const end of [...open]) end();
    },
  };
}
