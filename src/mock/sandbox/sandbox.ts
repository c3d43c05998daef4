import type { Contract } from '../../contract/contract.ts';
import { readExample } from '../../contract/read-example.ts';
import type { Behaviour } from '../behaviour.ts';
import type { Fault } from '../fault.ts';
import { createJournal, type Journal } from '../journal/journal.ts';
import { createRandom, type Random } from './random.ts';
import { epochOf, startOf, tell } from './sandbox-clock.ts';
import type { SandboxRecord, SandboxSettings } from './state-store.ts';
import { createWorld, type World } from './world.ts';

export type { ClockStart } from './sandbox-clock.ts';

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

export interface SandboxOptions {
  readonly name: string;
  readonly seed: string;
  readonly rowLimit: number;
  /** Settings of a sandbox in which nothing has happened. */
  readonly begin: () => SandboxSettings;
  /** What is kept of it across restarts; without one nothing is. */
  readonly record?: SandboxRecord | undefined;
  /** Real time in milliseconds of the epoch. */
  readonly readTime: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** Makes a sandbox as it is kept, or else one in which nothing has happened. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { name, seed, rowLimit, begin, record, readTime, wait } = options;
  /** By the name of their API, then of their seed. */
  const worlds = new Map<string, Map<string, World>>();
  let settings = record?.settings ?? begin();
  const onDraw = record && ((drawn: number) => change({ drawn }));
  const random = createRandom(`${seed}/${name}`, settings.drawn, onDraw);
  const journal = createJournal();
  return {
    name,
    enter,
    now: (api) => tell(settings.clock, api, readTime()),
    clock: {
      set: (instant) => {
        const { clock } = settings;
        change({ clock: { ...clock, setTo: { instant, at: readTime() }, moved: 0 } });
      },
      advance: (milliseconds) => {
        const { clock } = settings;
        change({ clock: { ...clock, moved: clock.moved + milliseconds } });
      },
    },
    journal,
    wait,
    random,
    get scenario() {
      return settings.scenario;
    },
    set scenario(scenario) {
      change({ scenario });
    },
    get faults() {
      return settings.faults;
    },
    set faults(faults) {
      change({ faults });
    },
    get webhook() {
      return settings.webhook;
    },
    set webhook(webhook) {
      change({ webhook });
    },
    reset,
  };

  function change(some: Partial<SandboxSettings>): void {
    const changed = { ...settings, ...some };
    record?.save(changed);
    settings = changed;
  }

  function enter(api: InhabitedApi, seedName: string): World {
    const known = worlds.get(api.name)?.get(seedName);
    if (known !== undefined) return known;
    const kept = record?.openWorld(api.name, seedName);
    const world = createWorld({
      tables: api.behaviour.tables,
      seed: `${seed}/${name}/${api.name}/${seedName}`,
      rowLimit,
      snapshot: kept?.snapshot,
      onCommit: kept?.save,
    });
    if (kept?.snapshot === undefined) fill(world, api, seedName);
    const ofApi = worlds.get(api.name) ?? new Map<string, World>();
    worlds.set(api.name, ofApi.set(seedName, world));
    return world;
  }

  function fill({ tables, random: draws, transact }: World, api: InhabitedApi, seedName: string) {
    const { contract, behaviour } = api;
    const { seeds } = behaviour;
    const seedWorld = Object.hasOwn(seeds, seedName) ? seeds[seedName] : undefined;
    if (seedWorld === undefined) throw new Error(`${api.name} has no seed "${seedName}".`);
    const shift = startOf(settings.clock, api) - epochOf(api);
    const at = (instant: string) => Date.parse(instant) + shift;
    const example = (operation: string, key: string) => readExample(contract, operation, key);
    transact(
      () => seedWorld({ tables, random: draws, at, example }),
      () => true,
    );
  }

  function reset(): void {
    const fresh = begin();
    record?.reset(fresh);
    settings = fresh;
    random.drawn = fresh.drawn;
    worlds.clear();
    journal.clear();
  }
}
