import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../src/mock/state/random.ts';
import type { ReplicaProcess } from './cluster.ts';
import type { ProofStore } from './proof-store.ts';
import type { StoreProxy } from './store-proxy.ts';

/** Number of faults of each kind. */
export type FaultCounts = Record<string, number>;

/** Milliseconds that nothing passes, which is longer than replicas wait for an answer of the store. */
const LONG_BLOCK = 2600;

/** Ways in which a connection to the store breaks, for some milliseconds. */
const CONNECTION_FAULTS: readonly (readonly [
  name: string,
  strike: (proxy: StoreProxy, random: Random) => Promise<void>,
])[] = [
  ['reset', async (proxy) => proxy.reset()],
  [
    'cut in a reply',
    async (proxy, random) => {
      proxy.cut(between(random, 0, 60));
      await sleep(100);
    },
  ],
  [
    'slow',
    async (proxy, random) => {
      proxy.slow(between(random, 20, 150));
      await sleep(500);
      proxy.slow(0);
    },
  ],
  [
    'replies held up',
    async (proxy, random) => {
      proxy.block('from store');
      await sleep(between(random, 100, 500));
      proxy.release();
    },
  ],
  [
    'half-open, then reset',
    async (proxy, random) => {
      proxy.block('both');
      await sleep(between(random, 100, 500));
      proxy.reset();
      proxy.release();
    },
  ],
  [
    'questions come after all, once they are given up',
    async (proxy) => {
      proxy.block('to store');
      await sleep(LONG_BLOCK);
      proxy.release();
    },
  ],
];

/** Kills, stops and cuts off one replica each, and restarts the store, all in the same moments. */
export async function strikeAll(
  store: ProofStore,
  replicas: readonly ReplicaProcess[],
  random: Random,
  counts: FaultCounts,
): Promise<void> {
  const [killed, stopped, cutOff] = shuffle(replicas, random);
  if (killed === undefined || stopped === undefined || cutOff === undefined) {
    throw new Error('Expected three replicas.');
  }
  await Promise.all([
    later(random, async () => {
      await killed.killAndStart();
      count('kill -9');
    }),
    later(random, async () => {
      stopped.suspend();
      await sleep(between(random, 50, 600));
      stopped.resume();
      count('SIGSTOP');
    }),
    later(random, async () => {
      const [name, strike] = pick(CONNECTION_FAULTS, random);
      cutOff.setSick(true);
      await strike(cutOff.proxy, random);
      cutOff.setSick(false);
      count(`connection: ${name}`);
    }),
    later(random, async () => {
      const how = random.fraction() < 0.5 ? 'at once' : 'in order';
      await store.restart(how);
      count(`store restarted ${how}`);
    }),
  ]);

  function count(name: string): void {
    counts[name] = (counts[name] ?? 0) + 1;
  }
}

/** Strikes in the midst of the load, and not all at once. */
async function later(random: Random, strike: () => Promise<void>): Promise<void> {
  await sleep(between(random, 0, 400));
  await strike();
}

function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random.fraction() * (most - least));
}

function pick<Value>(values: readonly Value[], random: Random): Value {
  const value = values[Math.floor(random.fraction() * values.length)];
  if (value === undefined) throw new Error('Expected something to pick from.');
  return value;
}

function shuffle<Value>(values: readonly Value[], random: Random): Value[] {
  return values
    .map((value) => [random.fraction(), value] as const)
    .sort(([one], [other]) => one - other)
    .map(([, value]) => value);
}
