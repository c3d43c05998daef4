import { describe, onTestFinished, test } from 'vitest';
import { createRandom } from '../../src/mock/state/random.ts';
import { processRuns } from '../support/property-runs.ts';
import { startCluster } from './cluster.ts';
import { expectProven } from './expect-proven.ts';
import { type FaultCounts, strikeAll } from './faults.ts';
import { runLoad } from './load.ts';
import type { ProofStore } from './proof-store.ts';

/** Rounds of faults, in each of which every kind strikes once. */
const ROUNDS = processRuns(3, 60);
const SEED = process.env.TEST_SEED ?? `f${Date.now().toString(36)}`;

/** Describes what replicas over a store keep through faults. */
export function describeFaults(name: string, start: () => Promise<ProofStore>): void {
  describe(`replicas over ${name}, through faults (TEST_SEED=${SEED})`, () => {
    test('lose nothing that was acknowledged, apply nothing twice, and answer as one', async () => {
      const store = await start();
      onTestFinished(store.stop);
      const cluster = await startCluster({ store, count: 3 });
      onTestFinished(cluster.close);
      const random = createRandom(SEED);
      const counts: FaultCounts = {};
      let isOver = false;
      const [sessions] = await Promise.all([
        runLoad({ seed: SEED, clients: 6, calls: 200, next: cluster.next, isOver: () => isOver }),
        strikeRounds().finally(() => {
          isOver = true;
        }),
      ]);
      for (const session of sessions) await expectProven(session, cluster.replicas, store);
      const operations = sessions.flatMap((session) => session.operations());
      console.log(`${name}, seed ${SEED}:`, {
        ...counts,
        sandboxes: sessions.length,
        calls: operations.length,
        unknown: operations.filter((each) => each.return === undefined).length,
      });

      async function strikeRounds(): Promise<void> {
        for (let round = 0; round < ROUNDS; round += 1) {
          await strikeAll(store, cluster.replicas, random, counts);
        }
      }
    });
  });
}
