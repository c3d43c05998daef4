import { type ClockStart, resumeClock } from './clock.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';
import { openHistory, type SandboxHistory } from './sandbox-history.ts';
import { DEFAULT_SCENARIO, type SandboxSettings } from './sandbox-settings.ts';
import type { StateStore } from './state-store.ts';

export const DEFAULT_SANDBOX = 'default';

/** Sandboxes of a server by name. */
export interface Sandboxes {
  /** Sandbox of a name, made on first use. */
  readonly open: (name: string) => Sandbox;
  /** Sandbox of a name, if there is one; does not count as use. */
  readonly find: (name: string) => Sandbox | undefined;
  readonly list: () => readonly Sandbox[];
  /** Whether there was one. */
  readonly remove: (name: string) => boolean;
  /** Closes the store that keeps them across restarts. */
  readonly close: () => void;
}

export interface SandboxesOptions {
  /** Most sandboxes at a time, besides the default one; 100 unless given. */
  readonly limit?: number | undefined;
  /** Most rows of one API in one sandbox; 250,000 unless given. */
  readonly rowLimit?: number | undefined;
  /** Seed of ids and tokens. */
  readonly seed?: string | undefined;
  /** When a new sandbox begins; when the documented examples were true unless given. */
  readonly clock?: ClockStart | undefined;
  /** Scenario of a new sandbox; `default` unless given. */
  readonly scenario?: string | undefined;
  /** Real time in milliseconds of the epoch; the clock of the machine unless given. */
  readonly readTime?: (() => number) | undefined;
  /** Waits for milliseconds of real time, when a fault delays an answer. */
  readonly wait?: ((milliseconds: number) => Promise<void>) | undefined;
  /** Hears of a sandbox that was dropped to make room for a newer one. */
  readonly onDrop?: ((name: string) => void) | undefined;
  /** Keeps sandboxes across restarts, each with the clock that it began with; without it they end with the server. */
  readonly state?: StateStore | undefined;
}

/** How often a server that only reads notes that it is at work: after a crash, clocks go back by no more than this. */
const NOTE_EVERY_MS = 1000;

interface Stored {
  readonly sandbox: Sandbox;
  readonly history: SandboxHistory | undefined;
}

/** Makes the sandboxes of a server; the least recently used one is dropped when there are too many. */
export function createSandboxes(options: SandboxesOptions = {}): Sandboxes {
  const { limit = 100, rowLimit = 250_000, seed = '', clock = 'examples', onDrop, state } = options;
  const { scenario = DEFAULT_SCENARIO, readTime = readRealTime, wait = sleep } = options;
  // Keys stand in the order in which they were set, so that the first one is the least recently used.
  const sandboxes = new Map<string, Stored>();
  if (state !== undefined) resume(state);
  const { sandbox: standard } = sandboxes.get(DEFAULT_SANDBOX) ?? add(DEFAULT_SANDBOX);
  sandboxes.delete(DEFAULT_SANDBOX);
  let newest = standard;
  let notedAt = readTime();
  while (sandboxes.size > limit) dropOldest();
  return {
    open: (name) => {
      if (state !== undefined) noteWork(state);
      return open(name);
    },
    find: (name) => (name === DEFAULT_SANDBOX ? standard : sandboxes.get(name)?.sandbox),
    list: () => [standard, ...Array.from(sandboxes.values(), ({ sandbox }) => sandbox)],
    remove,
    close: () => {
      state?.noteSeenAt(readTime());
      state?.close();
    },
  };

  function open(name: string): Sandbox {
    if (name === DEFAULT_SANDBOX) return standard;
    if (name === newest.name) return newest;
    const known = sandboxes.get(name);
    known?.history?.append({ kind: 'use' });
    const used = known ?? add(name);
    sandboxes.delete(name);
    sandboxes.set(name, used);
    newest = used.sandbox;
    if (sandboxes.size > limit) dropOldest();
    return newest;
  }

  /** Takes over the stored sandboxes; their clocks go on from where they stood when the last server ended. */
  function resume(store: StateStore): void {
    const now = readTime();
    const pause = now - (store.readSeenAt() ?? now);
    for (const { name, version, settings } of store.list()) {
      const resumed = { ...settings, clock: resumeClock(settings.clock, pause) };
      const history = openHistory(store, name, version, readTime);
      history.append({ kind: 'settings', settings: resumed });
      sandboxes.set(name, create(name, history, resumed));
    }
  }

  function add(name: string): Stored {
    const settings = begin();
    const history = state && openHistory(state, name, 0, readTime);
    history?.append({ kind: 'settings', settings });
    return create(name, history, settings);
  }

  function create(name: string, history: Stored['history'], settings: SandboxSettings): Stored {
    const shared = { seed, rowLimit, begin, readTime, wait };
    return { sandbox: createSandbox({ ...shared, name, history, settings }), history };
  }

  function begin(): SandboxSettings {
    const begun = { start: clock, begunAt: readTime(), setTo: undefined, moved: 0 };
    return { drawn: 0, scenario, faults: [], webhook: undefined, clock: begun };
  }

  function noteWork(store: StateStore): void {
    const now = readTime();
    if (Math.abs(now - notedAt) < NOTE_EVERY_MS) return;
    store.noteSeenAt(now);
    notedAt = now;
  }

  function remove(name: string): boolean {
    sandboxes.get(name)?.history?.append({ kind: 'removal' });
    if (newest.name === name) newest = standard;
    return sandboxes.delete(name);
  }

  function dropOldest(): void {
    const [name] = sandboxes.keys();
    if (name === undefined) return;
    remove(name);
    onDrop?.(name);
  }
}

const STARTED_AT = performance.timeOrigin;

/** Time of the machine with a fraction of a millisecond. */
function readRealTime(): number {
  return STARTED_AT + performance.now();
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
