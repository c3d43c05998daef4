import { DEFAULT_SCENARIO } from '../scenarios/scenario.ts';
import { type ClockStart, createSandbox, type Sandbox } from './sandbox.ts';
import type { SandboxRecord, SandboxSettings, StateStore } from './state-store.ts';

export const DEFAULT_SANDBOX = 'default';

/** Sandboxes of a server by name. */
export interface Sandboxes {
  /** Sandbox of a name, made on first use. */
  readonly open: (name: string) => Sandbox;
  /** Sandbox of a name, if it is there; this is no use of it. */
  readonly find: (name: string) => Sandbox | undefined;
  readonly list: () => readonly Sandbox[];
  /** Whether there was one. */
  readonly remove: (name: string) => boolean;
  /** Ends what keeps them across restarts. */
  readonly close: () => void;
}

export interface SandboxesOptions {
  /** Most sandboxes at a time, the default one apart; 100 unless given. */
  readonly limit?: number | undefined;
  /** Most rows of one API in one sandbox; 250,000 unless given. */
  readonly rowLimit?: number | undefined;
  /** Seed of ids and tokens. */
  readonly seed?: string | undefined;
  /** When a fresh sandbox begins; when the documented examples were true unless given. */
  readonly clock?: ClockStart | undefined;
  /** Scenario of a fresh sandbox; `default` unless given. */
  readonly scenario?: string | undefined;
  /** Real time in milliseconds of the epoch; the clock of the machine unless given. */
  readonly readTime?: (() => number) | undefined;
  /** Waits for milliseconds of real time, where a fault delays an answer. */
  readonly wait?: ((milliseconds: number) => Promise<void>) | undefined;
  /** Is told of a sandbox that had to go for a newer one. */
  readonly onDrop?: ((name: string) => void) | undefined;
  /** Keeps sandboxes across restarts, each with the clock that it began with; without one they end with the server. */
  readonly state?: StateStore | undefined;
}

interface KeptSandbox {
  readonly sandbox: Sandbox;
  readonly record: SandboxRecord | undefined;
}

/** Makes the sandboxes of a server; the one unused for longest goes when there are too many. */
export function createSandboxes(options: SandboxesOptions = {}): Sandboxes {
  const { limit = 100, rowLimit = 250_000, seed = '', clock = 'examples', onDrop, state } = options;
  const { scenario = DEFAULT_SCENARIO } = options;
  const { readTime = readClock, wait = sleep } = options;
  const sandboxes = new Map<string, KeptSandbox>();
  for (const record of state?.resume(readTime) ?? []) {
    sandboxes.set(record.name, create(record.name, record));
  }
  const first = (sandboxes.get(DEFAULT_SANDBOX) ?? add(DEFAULT_SANDBOX)).sandbox;
  sandboxes.delete(DEFAULT_SANDBOX);
  let newest: Sandbox = first;
  while (sandboxes.size > limit) dropOldest();
  return {
    open: state === undefined ? open : openNoticed(state),
    find: (name) => (name === DEFAULT_SANDBOX ? first : sandboxes.get(name)?.sandbox),
    list: () => [first, ...Array.from(sandboxes.values(), ({ sandbox }) => sandbox)],
    remove,
    close: () => state?.close(),
  };

  function open(name: string): Sandbox {
    if (name === DEFAULT_SANDBOX) return first;
    if (name === newest.name) return newest;
    const known = sandboxes.get(name);
    known?.record?.use();
    const used = known ?? add(name);
    // Setting a key anew moves it to the end, so that the first key is the one unused for longest.
    sandboxes.delete(name);
    sandboxes.set(name, used);
    newest = used.sandbox;
    if (sandboxes.size > limit) dropOldest();
    return used.sandbox;
  }

  function openNoticed({ notice }: StateStore): Sandboxes['open'] {
    return (name) => {
      notice();
      return open(name);
    };
  }

  function add(name: string): KeptSandbox {
    return create(name, state?.add(name, begin()));
  }

  function create(name: string, record: SandboxRecord | undefined): KeptSandbox {
    const sandbox = createSandbox({ name, seed, rowLimit, begin, record, readTime, wait });
    return { sandbox, record };
  }

  function begin(): SandboxSettings {
    const begun = { start: clock, begunAt: readTime(), setTo: undefined, moved: 0 };
    return { drawn: 0, scenario, faults: [], webhook: undefined, clock: begun };
  }

  function remove(name: string): boolean {
    sandboxes.get(name)?.record?.remove();
    if (newest.name === name) newest = first;
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
function readClock(): number {
  return STARTED_AT + performance.now();
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
