import type { Contract } from '../../contract/contract.ts';
import { readExample } from '../../contract/read-example.ts';
import type { Behaviour } from '../behaviour.ts';
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
  /** World of an API in a scenario, made on first use. */
  readonly enter: (api: InhabitedApi, seed: string) => World;
  /** Time of an API in milliseconds of the epoch. */
  readonly now: (api: InhabitedApi) => number;
  /** Forgets all worlds and sets the clock back. */
  readonly reset: () => void;
}

/** Where a fresh sandbox begins: when the examples were true, when it is made, or at an instant in milliseconds. */
export type ClockStart = 'examples' | 'now' | number;

export interface SandboxOptions {
  readonly name: string;
  readonly seed: string;
  readonly clock: ClockStart;
  readonly rowLimit: number;
  /** Real time in milliseconds of the epoch. */
  readonly readTime: () => number;
}

/** Makes a sandbox in which nothing has happened. */
export function createSandbox({ name, seed, clock, rowLimit, readTime }: SandboxOptions): Sandbox {
  const worlds = new Map<string, World>();
  /** Real time at which the sandbox began. */
  let begun = readTime();
  return { name, enter, now, reset };

  function enter(api: InhabitedApi, seedName: string): World {
    const id = `${api.name}/${seedName}`;
    const known = worlds.get(id);
    if (known !== undefined) return known;
    const world = createWorld({
      tables: api.behaviour.tables,
      seed: `${seed}/${name}/${id}`,
      rowLimit,
    });
    fill(world, api, seedName);
    worlds.set(id, world);
    return world;
  }

  function fill({ tables, random, transact }: World, api: InhabitedApi, seedName: string): void {
    const { seeds } = api.behaviour;
    const seedWorld = Object.hasOwn(seeds, seedName) ? seeds[seedName] : undefined;
    if (seedWorld === undefined) throw new Error(`${api.name} has no seed "${seedName}".`);
    const moved = startOf(api) - epochOf(api);
    const at = (instant: string) => Date.parse(instant) + moved;
    const example = (operation: string, key: string) => readExample(api.contract, operation, key);
    transact(
      () => seedWorld({ tables, random, at, example }),
      () => true,
    );
  }

  function now(api: InhabitedApi): number {
    return startOf(api) + readTime() - begun;
  }

  function startOf(api: InhabitedApi): number {
    if (clock === 'examples') return epochOf(api);
    return clock === 'now' ? begun : clock;
  }

  function reset(): void {
    worlds.clear();
    begun = readTime();
  }
}

function epochOf({ behaviour }: InhabitedApi): number {
  return Date.parse(behaviour.epoch);
}
