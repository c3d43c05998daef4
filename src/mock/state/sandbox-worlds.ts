import { startOf } from './clock.ts';
import type { SandboxHistory } from './sandbox-history.ts';
import type { SandboxSettings } from './sandbox-settings.ts';
import type { StateChange } from './state-store.ts';
import type { StatefulApi } from './stateful-api.ts';
import { createUnopened } from './unopened-worlds.ts';
import { createWorld, type World } from './world.ts';
import { createWorldStorage } from './world-storage.ts';

/** Change of one world in a transaction. */
export type WorldChange = Extract<StateChange, { readonly kind: 'world' }>;

/** Worlds of one sandbox. */
export interface SandboxWorlds {
  /** World of an API and a seed: restored, or filled from its seed. */
  readonly open: (api: StatefulApi, seed: string) => World;
  /** Forgets all worlds. */
  readonly clear: () => void;
  /** Takes in what another server changed. */
  readonly apply: (change: WorldChange) => void;
  /** All that there is in the worlds. */
  readonly read: () => readonly WorldChange[];
}

export interface SandboxWorldsOptions {
  /** What the seeds of random sources begin with. */
  readonly seed: string;
  readonly rowLimit: number;
  readonly history: SandboxHistory | undefined;
  readonly readSettings: () => SandboxSettings;
}

/** World, and the tables that it was made for. */
interface OpenedWorld {
  readonly world: World;
  readonly tables: StatefulApi['tables'];
}

/** Creates the worlds of a sandbox, none of which is open. */
export function createSandboxWorlds(options: SandboxWorldsOptions): SandboxWorlds {
  const { seed, rowLimit, history, readSettings } = options;
  /** By API name, then by seed name. */
  let worlds = new Map<string, Map<string, OpenedWorld>>();
  let unopened = createUnopened();
  /** Number of times that all were forgotten: what was created before must not be stored any more. */
  let clearings = 0;
  return {
    open: (api, seedName) => {
      const opened = worlds.get(api.name)?.get(seedName);
      if (opened?.tables === api.tables) return opened.world;
      return opened === undefined ? make(api, seedName) : remake(opened.world, api, seedName);
    },
    clear: () => {
      const before = { worlds, unopened };
      history?.onUndo?.(() => {
        ({ worlds, unopened } = before);
      });
      worlds = new Map();
      unopened = createUnopened();
      clearings += 1;
    },
    apply: (change) => {
      const opened = worlds.get(change.api)?.get(change.seed);
      if (opened === undefined) unopened.apply(change);
      else opened.world.restore(change.delta);
    },
    read: () => [
      ...[...worlds].flatMap(([api, bySeed]) =>
        Array.from(bySeed, ([name, { world }]): WorldChange => {
          return { kind: 'world', api, seed: name, delta: world.read() };
        }),
      ),
      ...unopened.read(),
    ],
  };

  function make(api: StatefulApi, seedName: string): World {
    const stored = unopened.take(api.name, seedName) ?? history?.readWorld(api.name, seedName);
    const storage = history && storeWorld(history, api.name, seedName);
    const world = createWorld({
      tables: api.tables,
      seed: `${seed}/${api.name}/${seedName}`,
      rowLimit,
      stored,
      onCommit: storage?.commit,
    });
    const ofApi = worlds.get(api.name) ?? new Map<string, OpenedWorld>();
    if (stored === undefined) {
      history?.onUndo?.(() => ofApi.delete(seedName));
      fill(world, api, seedName);
    }
    storage?.endFill();
    worlds.set(api.name, ofApi.set(seedName, { world, tables: api.tables }));
    return world;
  }

  /** Makes the world of an API that has other tables now; those that are still there keep their rows. */
  function remake(former: World, api: StatefulApi, seedName: string): World {
    const world = make(api, seedName);
    world.transact(
      () => {
        for (const [table, { rows }] of Object.entries(former.tables)) {
          const kept = world.tables[table];
          const spec = api.tables[table];
          if (kept === undefined || spec === undefined) continue;
          for (const row of kept.rows()) kept.delete(spec.key(row));
          for (const row of rows()) kept.put(row);
        }
      },
      () => true,
    );
    return world;
  }

  function storeWorld(stored: SandboxHistory, api: string, seedName: string) {
    const clearingsAtCreation = clearings;
    const isCurrent = () => clearings === clearingsAtCreation;
    return createWorldStorage(stored, { api, seed: seedName }, isCurrent);
  }

  function fill({ tables, random, transact }: World, api: StatefulApi, seedName: string) {
    const shift = startOf(readSettings().clock, api) - api.epoch;
    const at = (instant: string) => Date.parse(instant) + shift;
    transact(
      () => api.fill(seedName, { tables, random, at }),
      () => true,
    );
  }
}
