import { DEFAULT_SCENARIO } from '../scenarios/scenario.ts';
import { type ClockStart, createSandbox, type Sandbox } from './sandbox.ts';

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
}

/** Makes the sandboxes of a server; the one unused for longest goes when there are too many. */
export function createSandboxes(options: SandboxesOptions = {}): Sandboxes {
  const { limit = 100, rowLimit = 250_000, seed = '', clock = 'examples', onDrop } = options;
  const { scenario = DEFAULT_SCENARIO } = options;
  const { readTime = readClock, wait = sleep } = options;
  const sandboxes = new Map<string, Sandbox>();
  const first = create(DEFAULT_SANDBOX);
  let newest: Sandbox = first;
  return {
    open,
    find: (name) => (name === DEFAULT_SANDBOX ? first : sandboxes.get(name)),
    list: () => [first, ...sandboxes.values()],
    remove: (name) => {
      if (newest.name === name) newest = first;
      return sandboxes.delete(name);
    },
  };

  function open(name: string): Sandbox {
    if (name === DEFAULT_SANDBOX) return first;
    if (name === newest.name) return newest;
    const sandbox = sandboxes.get(name) ?? create(name);
    // Setting a key anew moves it to the end, so that the first key is the one unused for longest.
    sandboxes.delete(name);
    sandboxes.set(name, sandbox);
    newest = sandbox;
    if (sandboxes.size > limit) dropOldest();
    return sandbox;
  }

  function create(name: string): Sandbox {
    return createSandbox({ name, seed, clock, scenario, rowLimit, readTime, wait });
  }

  function dropOldest(): void {
    const [name] = sandboxes.keys();
    if (name === undefined) return;
    sandboxes.delete(name);
    onDrop?.(name);
  }
}

/** Time of the machine with a fraction of a millisecond. */
function readClock(): number {
  return performance.timeOrigin + performance.now();
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
