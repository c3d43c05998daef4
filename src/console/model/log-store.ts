import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { JournalEntry } from '../../generated/mock-control/types.ts';
import { type LogEntry, toLogEntry } from './log-entry.ts';

/** Which statuses are shown: all, those of a class such as `4`, or entries with violations. */
export type StatusFilter = 'all' | '2' | '3' | '4' | '5' | 'none' | 'violations';

/** Requests that were seen, and which of them are shown. */
export interface LogStore {
  readonly text: Signal<string>;
  readonly status: Signal<StatusFilter>;
  readonly api: Signal<string>;
  /** Newest id that is shown while the log is paused. */
  readonly pausedAt: Signal<number | undefined>;
  /** Those that are shown, oldest first. */
  readonly shown: ReadonlySignal<readonly LogEntry[]>;
  /** How many there are, and how many of them have violations. */
  readonly total: ReadonlySignal<number>;
  readonly violated: ReadonlySignal<number>;
  /** Entries that came while the log is paused. */
  readonly waiting: ReadonlySignal<number>;
  readonly lastId: () => number;
  readonly add: (entry: JournalEntry) => void;
  readonly clear: () => void;
}

/** What is kept; the oldest entries go first. */
const MAX_ENTRIES = 20_000;
const MAX_CHARACTERS = 64_000_000;
/** Milliseconds in which entries are gathered before they are shown together. */
const GATHERING = 16;

/** Creates an empty log. */
export function createLogStore(): LogStore {
  let entries: LogEntry[] = [];
  let [size, last, violations] = [0, 0, 0];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const revision = signal(0);
  const text = signal('');
  const status = signal<StatusFilter>('all');
  const api = signal('');
  const pausedAt = signal<number | undefined>(undefined);
  const total = computed(() => {
    revision.value;
    return entries.length;
  });
  const shown = computed(() => {
    revision.value;
    const wanted = text.value.trim().toLowerCase();
    const end = pausedAt.value ?? Number.POSITIVE_INFINITY;
    return entries.filter(
      (one) =>
        one.entry.id <= end &&
        (wanted === '' || one.searched.includes(wanted)) &&
        (api.value === '' || one.entry.api === api.value) &&
        hasStatus(one.entry, status.value),
    );
  });
  return {
    text,
    status,
    api,
    pausedAt,
    shown,
    total,
    violated: computed(() => {
      revision.value;
      return violations;
    }),
    waiting: computed(() => {
      revision.value;
      const end = pausedAt.value;
      return end === undefined ? 0 : entries.filter(({ entry }) => entry.id > end).length;
    }),
    lastId: () => last,
    add: (entry) => {
      if (entry.id <= last) return;
      const made = toLogEntry(entry);
      entries.push(made);
      last = entry.id;
      size += made.size;
      if (entry.violations.length > 0) violations += 1;
      if (entries.length > MAX_ENTRIES || size > MAX_CHARACTERS) dropOldest();
      timer ??= setTimeout(show, GATHERING);
    },
    clear: () => {
      entries = [];
      [size, last, violations] = [0, 0, 0];
      pausedAt.value = undefined;
      show();
    },
  };

  function show(): void {
    clearTimeout(timer);
    timer = undefined;
    revision.value = revision.peek() + 1;
  }

  /** Drops a tenth at once, since each time moves all others. */
  function dropOldest(): void {
    const dropped = entries.splice(0, Math.max(1, Math.floor(entries.length / 10)));
    size -= dropped.reduce((sum, one) => sum + one.size, 0);
  }
}

function hasStatus({ status, violations }: JournalEntry, filter: StatusFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'violations') return violations.length > 0;
  if (filter === 'none') return status === null;
  return status !== null && String(status).startsWith(filter);
}
