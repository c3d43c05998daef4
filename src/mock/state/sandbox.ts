import { createJournal, type Journal } from '../journal/journal.ts';
import { readClock, startOf } from './clock.ts';
import type { Fault } from './fault.ts';
import { createRandom, type Random } from './random.ts';
import type { SandboxHistory } from './sandbox-history.ts';
import type { SandboxSettings, WebhookReceiver } from './sandbox-settings.ts';
import type { StatefulApi } from './stateful-api.ts';
import { createWorld, type World, type WorldDelta } from './world.ts';

/** One isolated copy of all state. */
export interface Sandbox {
  readonly name: string;
  /** World of an API that was filled from a seed; made on first use. */
  readonly open: (api: StatefulApi, seed: string) => World;
  /** Time of an API in milliseconds of the epoch. */
  readonly now: (api: StatefulApi) => number;
  readonly clock: SandboxClock;
  /** Requests that it has got, and its answers. */
  readonly journal: Journal;
  /** Waits for milliseconds of real time. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Decides which requests a fault applies to. */
  readonly random: Random;
  /** Name of the scenario that its requests are in. */
  scenario: string;
  faults: readonly Fault[];
  /** Where webhooks are sent. */
  webhook: WebhookReceiver | undefined;
  /** Forgets all worlds and the journal, and sets clock, scenario and faults back. */
  readonly reset: () => void;
}

export interface SandboxClock {
  /** Sets it to an instant in milliseconds of the epoch, for all APIs. */
  readonly set: (instant: number) => void;
  /** Moves it by milliseconds; back where they are negative. */
  readonly advance: (milliseconds: number) => void;
}

export interface SandboxOptions {
  readonly name: string;
  readonly seed: string;
  readonly rowLimit: number;
  /** Settings of a new sandbox, for a reset. */
  readonly begin: () => SandboxSettings;
  /** Settings to go on with. */
  readonly settings: SandboxSettings;
  /** Keeps it across restarts; without one it ends with the server. */
  readonly history?: SandboxHistory | undefined;
  /** Real time in milliseconds of the epoch. */
  readonly readTime: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** Makes a sandbox; worlds that its history has go on, all others begin anew. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { name, seed, rowLimit, begin, history, readTime, wait } = options;
  /** By the name of their API, then of their seed. */
  const worlds = new Map<string, Map<string, World>>();
  let { settings } = options;
  /** Counts resets, so that a world from before one is not stored any more. */
  let life = 0;
  const onDraw = history && ((drawn: number) => change({ drawn }));
  const random = createRandom(`${seed}/${name}`, settings.drawn, onDraw);
  const journal = createJournal();
  return {
    name,
    open: (api, seedName) => worlds.get(api.name)?.get(seedName) ?? make(api, seedName),
    now: (api) => readClock(settings.clock, api, readTime()),
    clock: {
      set: (instant) => {
        const setTo = { instant, at: readTime() };
        change({ clock: { ...settings.clock, setTo, moved: 0 } });
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
    reset: () => {
      const fresh = begin();
      history?.append({ kind: 'settings', settings: fresh }, { kind: 'reset' });
      settings = fresh;
      life += 1;
      random.drawn = fresh.drawn;
      worlds.clear();
      journal.clear();
    },
  };

  function change(some: Partial<SandboxSettings>): void {
    const changed = { ...settings, ...some };
    history?.append({ kind: 'settings', settings: changed });
    settings = changed;
  }

  function make(api: StatefulApi, seedName: string): World {
    const stored = history?.readWorld(api.name, seedName);
    const world = createWorld({
      tables: api.tables,
      seed: `${seed}/${name}/${api.name}/${seedName}`,
      rowLimit,
      stored,
      onCommit: history && storeWorld(history, api.name, seedName),
    });
    if (stored === undefined) fill(world, api, seedName);
    const ofApi = worlds.get(api.name) ?? new Map<string, World>();
    worlds.set(api.name, ofApi.set(seedName, world));
    return world;
  }

  function storeWorld(stored: SandboxHistory, api: string, seedName: string) {
    const own = life;
    return (delta: WorldDelta) => {
      if (life === own) stored.append({ kind: 'world', api, seed: seedName, delta });
    };
  }

  function fill({ tables, random: draws, transact }: World, api: StatefulApi, seedName: string) {
    const shift = startOf(settings.clock, api) - api.epoch;
    const at = (instant: string) => Date.parse(instant) + shift;
    transact(
      () => api.fill(seedName, { tables, random: draws, at }),
      () => true,
    );
  }
}
