import type { Journal } from '../journal/journal.ts';
import type { JournalEntry } from '../journal/journal-entry.ts';
import { createJournals, type SandboxJournal } from '../journal/journals.ts';
import type { StoreCondition, StoreFigures } from '../metrics/store-figures.ts';
import { type ClockStart, resumeClock } from './clock.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';
import { openHistory, type SandboxHistory } from './sandbox-history.ts';
import { DEFAULT_SCENARIO, type SandboxSettings } from './sandbox-settings.ts';
import type { StateFailure, StateStore } from './state-store.ts';
import { tryStoring } from './state-unavailable-error.ts';
import type { StatefulApi } from './stateful-api.ts';
import type { Webhook } from './webhook.ts';

export const DEFAULT_SANDBOX = 'default';

/**
 * Sandboxes of a server, its own or shared with other servers.
 *
 * Shared ones are there within a visit alone: `open`, `find`, `list` and `remove` are for acts then.
 */
export interface Sandboxes {
  /**
   * Runs an act on a sandbox, which is created if needed. Where other servers change it meanwhile, what the act did is undone
   * and it runs again. Rejects with StateUnavailableError where the sandbox cannot be reached at present, but a `lasting` act
   * goes on with what is known of it then.
   */
  readonly visit: <T>(
    name: string,
    act: (sandbox: Sandbox) => T,
    isLasting: boolean,
  ) => T | Promise<T>;
  /** Runs an act that opens whatever sandboxes it needs, in the same way. */
  readonly perform: <T>(act: () => T) => T | Promise<T>;
  /** Journal of a sandbox, to be written outside of visits. */
  readonly journalOf: (name: string) => Pick<Journal, 'record'>;
  /** Current time of an API in a sandbox in Unix milliseconds, as far as it is known. */
  readonly readTime: (name: string, api: StatefulApi) => number | undefined;
  /** Gets a sandbox and marks it as used; creates it if needed. */
  readonly open: (name: string) => Sandbox;
  /** Gets a sandbox without marking it as used. */
  readonly find: (name: string) => Sandbox | undefined;
  readonly list: () => readonly Sandbox[];
  /** Number of sandboxes, the default one included. */
  readonly count: () => number;
  /** Deletes a sandbox; `false` if there was none. */
  readonly remove: (name: string) => boolean;
  /** How the store of shared sandboxes does at present; absent where there is none. For acts. */
  readonly findStore?: () => StoreCondition;
  /** What was counted of that store. */
  readonly storeFigures?: StoreFigures;
  /** Finds out whether changes can be stored; gives the reason if not. */
  readonly findFailure: () => StateFailure | undefined;
  /** Closes the store. */
  readonly close: () => void | Promise<void>;
}

export interface SandboxesOptions {
  /** Maximum number of sandboxes besides the default one; 100 by default. */
  readonly limit?: number | undefined;
  /** Maximum number of rows of one world; 250,000 by default. */
  readonly rowLimit?: number | undefined;
  /** Maximum number of bytes that the journals of all sandboxes take; 64 MiB by default. */
  readonly journalSize?: number | undefined;
  /** Seed of ids and tokens. */
  readonly seed?: string | undefined;
  /** Start of a new sandbox's clock; `examples` by default. */
  readonly clock?: ClockStart | undefined;
  /** Scenario of a new sandbox; `default` by default. */
  readonly scenario?: string | undefined;
  /** Real time in Unix milliseconds; the system clock by default. */
  readonly readTime?: (() => number) | undefined;
  /** Waits in real time, when a fault delays an answer. */
  readonly wait?: ((milliseconds: number) => Promise<void>) | undefined;
  /** Called with the name of each sandbox that is dropped to make room for a newer one. */
  readonly onDrop?: ((name: string) => void) | undefined;
  /** Called with the sandbox's name and each entry of its journal, before it is shortened. */
  readonly onRecord?: ((sandbox: string, entry: JournalEntry) => void) | undefined;
  /** Sends a webhook of a sandbox; without it none is sent. */
  readonly send?: ((webhook: Webhook, journal: Journal) => void) | undefined;
  /** Stores sandboxes with their clocks; without it they are lost when the server stops. */
  readonly state?: StateStore | undefined;
}

/** Least time between records of activity: after a crash, clocks lose at most this much. */
const ACTIVITY_INTERVAL_MS = 1000;

interface Stored {
  readonly sandbox: Sandbox;
  readonly journal: SandboxJournal;
  readonly history: SandboxHistory | undefined;
}

/**
 * Creates the sandboxes of a server; above the limit, the least recently used one is dropped.
 *
 * While the store cannot store, reads go on in memory, and changes throw StateUnavailableError.
 */
export function createSandboxes(options: SandboxesOptions = {}): Sandboxes {
  const {
    limit = 100,
    rowLimit = 250_000,
    seed = '',
    clock = 'examples',
    onDrop,
    state,
    onRecord,
  } = options;
  const { scenario = DEFAULT_SCENARIO, readTime = readRealTime, wait = sleep } = options;
  const journals = createJournals(options.journalSize);
  // Each use reinserts the key, so the first one is the least recently used.
  const sandboxes = new Map<string, Stored>();
  if (state !== undefined) resume(state);
  const { sandbox: defaultSandbox } = sandboxes.get(DEFAULT_SANDBOX) ?? add(DEFAULT_SANDBOX);
  sandboxes.delete(DEFAULT_SANDBOX);
  let lastUsed = defaultSandbox;
  let recordedAt = readTime();
  dropExcess();
  return {
    visit: (name, act) => act(use(name)),
    perform: (act) => act(),
    journalOf: (name) => open(name).journal,
    readTime: (name, api) => open(name).now(api),
    open: use,
    find: (name) => (name === DEFAULT_SANDBOX ? defaultSandbox : sandboxes.get(name)?.sandbox),
    list: () => [defaultSandbox, ...Array.from(sandboxes.values(), ({ sandbox }) => sandbox)],
    count: () => sandboxes.size + 1,
    remove,
    findFailure: () => {
      // Activity is stored where that is possible again.
      if (state?.readFailure() !== undefined) noteActivity(state, readTime());
      return state?.readFailure();
    },
    close: () => {
      if (state === undefined) return;
      try {
        noteActivity(state, readTime());
      } finally {
        state.close();
      }
    },
  };

  function use(name: string): Sandbox {
    if (state !== undefined) recordActivity(state);
    return open(name);
  }

  function open(name: string): Sandbox {
    if (name === DEFAULT_SANDBOX) return defaultSandbox;
    if (name === lastUsed.name) return lastUsed;
    const known = sandboxes.get(name);
    known?.history?.note({ kind: 'use' });
    const used = known ?? add(name);
    sandboxes.delete(name);
    sandboxes.set(name, used);
    lastUsed = used.sandbox;
    dropExcess();
    return lastUsed;
  }

  /** Restores the stored sandboxes; their clocks resume where the last server stopped. */
  function resume(store: StateStore): void {
    const now = readTime();
    const pause = now - (store.readSeenAt() ?? now);
    for (const { name, version, settings } of store.list()) {
      const resumed = { ...settings, clock: resumeClock(settings.clock, pause) };
      const history = openHistory(store, name, version, readTime);
      history.note({ kind: 'settings', settings: resumed });
      sandboxes.set(name, create(name, history, resumed));
    }
  }

  function add(name: string): Stored {
    const settings = createSettings();
    const history = state && openHistory(state, name, 0, readTime);
    history?.note({ kind: 'settings', settings });
    return create(name, history, settings);
  }

  function create(name: string, history: Stored['history'], settings: SandboxSettings): Stored {
    const journal = journals.open(onRecord && ((entry) => onRecord(name, entry)));
    const send = (webhook: Webhook) => options.send?.(webhook, journal);
    const shared = { seed, rowLimit, createSettings, readTime, wait, send };
    const sandbox = createSandbox({ ...shared, name, journal, history, settings });
    return { sandbox, journal, history };
  }

  function createSettings(): SandboxSettings {
    const started = { start: clock, begunAt: readTime(), setTo: undefined, moved: 0 };
    return { drawn: 0, scenario, faults: [], webhook: undefined, clock: started };
  }

  function recordActivity(store: StateStore): void {
    const now = readTime();
    if (Math.abs(now - recordedAt) < ACTIVITY_INTERVAL_MS) return;
    noteActivity(store, now);
    recordedAt = now;
  }

  function remove(name: string): boolean {
    const removed = sandboxes.get(name);
    removed?.history?.append({ kind: 'removal' });
    removed?.journal.close();
    if (lastUsed.name === name) lastUsed = defaultSandbox;
    return sandboxes.delete(name);
  }

  function dropExcess(): void {
    let isDropping = true;
    while (isDropping && sandboxes.size > limit) isDropping = dropOldest();
  }

  /** Drops the sandbox that was unused for longest, of those that can be dropped at present. */
  function dropOldest(): boolean {
    const isFailing = state?.readFailure() !== undefined;
    const [name] =
      [...sandboxes].find(([, { history }]) => !isFailing || history?.isStored() !== true) ?? [];
    if (name === undefined || name === lastUsed.name) return false;
    if (!tryStoring(() => remove(name))) return false;
    onDrop?.(name);
    return true;
  }
}

function noteActivity(store: StateStore, now: number): void {
  tryStoring(() => store.noteSeenAt(now));
}

const STARTED_AT = performance.timeOrigin;

/** System time in Unix milliseconds, with a fraction. */
export function readRealTime(): number {
  return STARTED_AT + performance.now();
}

/** Waits in real time. */
export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
