import type { Journal, JournalFollower } from '../journal/journal.ts';
import type { NumberedEntry } from '../journal/journal-entry.ts';
import { KEPT_ENTRIES, type StoredJournal } from '../state/state-log.ts';

export interface LiveJournalOptions {
  /** What is known of it already. */
  readonly known: StoredJournal;
  /** Reads what came after an entry. */
  readonly read: (after: number) => Promise<StoredJournal>;
  readonly decode: (stored: StoredJournal) => readonly NumberedEntry[];
  readonly toCounts: (stored: StoredJournal) => ReturnType<Journal['counts']>;
}

/** Milliseconds between questions for what is new, while somebody follows. */
const INTERVAL = 50;

/** Creates a journal that is read from the store again and again, as long as it is followed. */
export function createLiveJournal(options: LiveJournalOptions): Journal {
  const { read, decode, toCounts } = options;
  let { known } = options;
  let entries = [...decode(known)];
  const followers = new Set<JournalFollower>();
  const journal: Journal = {
    live: () => journal,
    record: () => {
      throw new Error('A journal that is followed is read only.');
    },
    entries: (after = 0) => entries.filter(([id]) => id > after),
    total: () => known.last - known.cleared,
    lastId: () => known.last,
    counts: () => toCounts(known),
    clear: () => {
      throw new Error('A journal that is followed is read only.');
    },
    follow: (follower) => {
      followers.add(follower);
      if (followers.size === 1) askLater();
      return () => followers.delete(follower);
    },
  };
  return journal;

  function askLater(): void {
    setTimeout(() => void ask(), INTERVAL).unref();
  }

  async function ask(): Promise<void> {
    if (followers.size === 0) return;
    // A store that is away has nothing new; it says itself that it is.
    const news = await read(known.last).catch(() => known);
    const before = known;
    known = news;
    if (news.last < before.last) return end();
    if (news.cleared !== before.cleared) entries = entries.filter(([id]) => id > news.cleared);
    if (news.last > before.last) entries = [...entries, ...decode(news)].slice(-KEPT_ENTRIES);
    for (const { onClear, onEntry } of followers) {
      if (news.cleared !== before.cleared) onClear();
      if (news.last > before.last) onEntry();
    }
    askLater();
  }

  /** The journal went with its sandbox. */
  function end(): void {
    for (const { onEnd } of followers) onEnd();
    followers.clear();
  }
}
