import type { StateChange } from './state-store.ts';
import type { TableRow, WorldDelta } from './world.ts';

type WorldChange = Extract<StateChange, { readonly kind: 'world' }>;

/** Worlds that were read and not used yet: which tables they have, nobody has said. */
export interface UnopenedWorlds {
  readonly apply: (change: WorldChange) => void;
  /** Gives a world away; `undefined` if there is none. */
  readonly take: (api: string, seed: string) => WorldDelta | undefined;
  readonly read: () => readonly WorldChange[];
}

interface Unopened {
  readonly api: string;
  readonly seed: string;
  drawn: number;
  /** By table and key. */
  readonly rows: Map<string, TableRow>;
}

/** Creates the list of such worlds, which is empty at first. */
export function createUnopened(): UnopenedWorlds {
  const worlds = new Map<string, Unopened>();
  return {
    apply: ({ api, seed, delta }) => {
      const name = nameOf(api, seed);
      const world = worlds.get(name) ?? { api, seed, drawn: 0, rows: new Map() };
      worlds.set(name, world);
      world.drawn = delta.drawn;
      for (const row of delta.rows) {
        const key = nameOf(row.table, row.key);
        if (row.entry === undefined) world.rows.delete(key);
        else world.rows.set(key, row);
      }
    },
    take: (api, seed) => {
      const name = nameOf(api, seed);
      const world = worlds.get(name);
      worlds.delete(name);
      return world && toDelta(world);
    },
    read: () =>
      Array.from(worlds.values(), (world): WorldChange => {
        return { kind: 'world', api: world.api, seed: world.seed, delta: toDelta(world) };
      }),
  };
}

function nameOf(one: string, other: string): string {
  return JSON.stringify([one, other]);
}

function toDelta({ drawn, rows }: Unopened): WorldDelta {
  return { drawn, rows: [...rows.values()] };
}
