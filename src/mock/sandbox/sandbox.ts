import type { Contract } from '../../contract/contract.ts';
import { readExample } from '../../contract/read-example.ts';
import type { Behaviour } from '../behaviour.ts';
import type { Fault } from '../fault.ts';
import { createJournal, type Journal } from '../journal/journal.ts';
import { createRandom, type Random } from './random.ts';
import { createWorld, type World } from './world.ts';

/** API as far as a sandbox knows it. */
export interface InhabitedApi {
  readonly name: string;
  readonly contract: Contract;
  readonly behaviour: Behaviour;
}

/** One isolated copy of all state. */
export interface Sandbox {
  readonly name: string;
  /** World of an API that was filled from a seed; made on first use. */
  readonly enter: (api: InhabitedApi, seed: string) => World;
  /** Time of an API in milliseconds of the epoch. */
  readonly now: (api: InhabitedApi) => number;
  readonly clock: SandboxClock;
  /** What it was asked, and has answered. */
  readonly journal: Journal;
  /** Waits for milliseconds of real time. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Source of what befalls requests. */
  readonly random: Random;
  /** Name of the scenario that its requests are in. */
  scenario: string;
  faults: readonly Fault[];
  /** Where webhooks are sent, and what they are signed with. */
  webhook: WebhookReceiver | undefined;
  /** Forgets all worlds and the journal, and sets clock, scenario and faults back. */
  readonly reset: () => void;
}

export interface WebhookReceiver {
  readonly url: string;
  readonly secret: string;
}

export interface SandboxClock {
  /** Makes it an instant in milliseconds of the epoch, for all APIs. */
  readonly set: (instant: number) => void;
  /** Moves it by milliseconds; back where they are negative. */
  readonly advance: (milliseconds: number) => void;
}

/** Where a fresh sandbox begins: when the examples were true, when it is made, or at an instant in milliseconds. */
export type ClockStart = 'examples' | 'now' | number;

export interface SandboxOptions {
  readonly name: string;
  readonly seed: string;
  readonly clock: ClockStart;
  readonly scenario: string;
  readonly rowLimit: number;
  /** Real time in milliseconds of the epoch. */
  readonly readTime: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** Makes a sandbox in which nothing has happened. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { name, seed, clock, scenario, rowLimit, readTime, wait } = options;
  const worlds = new Map<string, World>();
  const random = createRandom(`${seed}/${name}`);
  /** Real time at which the sandbox began. */
  let begunAt = readTime();
  /** Instant that the clock was set to, and milliseconds that it was moved by since then. */
  let setTo: { readonly instant: number; readonly at: number } | undefined;
  let moved = 0;
  const sandbox: Sandbox = {
    name,
    enter,
    now,
    clock: {
      set: (instant) => {
        setTo = { instant, at: readTime() };
        moved = 0;
      },
      advance: (milliseconds) => {
        moved += milliseconds;
      },
    },
    journal: createJournal(),
    wait,
    random,
    scenario,
    faults: [],
    webhook: undefined,
    reset,
  };
  return sandbox;

  function enter(api: InhabitedApi, seedName: string): World {
    const id = `${api.name}/${seedName}`;
    const known = worlds.get(id);
    if (known !== undefined) return known;
    const { tables } = api.behaviour;
    const world = createWorld({ tables, seed: `${seed}/${name}/${id}`, rowLimit });
    fill(world, api, seedName);
    worlds.set(id, world);
    return world;
  }

  function fill({ tables, random: draws, transact }: World, api: InhabitedApi, seedName: string) {
    const { contract, behaviour } = api;
    const { seeds } = behaviour;
    const seedWorld = Object.hasOwn(seeds, seedName) ? seeds[seedName] : undefined;
    if (seedWorld === undefined) throw new Error(`${api.name} has no seed "${seedName}".`);
    const shift = startOf(api) - epochOf(api);
    const at = (instant: string) => Date.parse(instant) + shift;
    const example = (operation: string, key: string) => readExample(contract, operation, key);
    transact(
      () => seedWorld({ tables, random: draws, at, example }),
      () => true,
    );
  }

  function now(api: InhabitedApi): number {
    const time = setTo?.instant ?? startOf(api);
    return time + readTime() - (setTo?.at ?? begunAt) + moved;
  }

  function startOf(api: InhabitedApi): number {
    if (clock === 'examples') return epochOf(api);
    return clock === 'now' ? begunAt : clock;
  }

  function reset(): void {
    worlds.clear();
    sandbox.journal.clear();
    random.drawn = 0;
    begunAt = readTime();
    setTo = undefined;
    moved = 0;
    sandbox.scenario = scenario;
    sandbox.faults = [];
    sandbox.webhook = undefined;
  }
}

const epochs = new WeakMap<Behaviour, number>();

function epochOf({ behaviour }: InhabitedApi): number {
  const epoch = epochs.get(behaviour) ?? Date.parse(behaviour.epoch);
  epochs.set(behaviour, epoch);
  return epoch;
}
