import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../src/mock/state/random.ts';
import type { StateLog } from '../../src/mock/state/state-log.ts';
import { openValkeyLog } from '../../src/mock/state-valkey/open-valkey-log.ts';
import { replicaOver } from '../support/replicas.ts';
import { type StartedValkey, startValkey } from '../support/start-valkey.ts';
import { sendWithin } from './send.ts';
import { openSession } from './session.ts';

let valkey: StartedValkey;
beforeAll(async () => {
  valkey = await startValkey();
});
afterAll(() => valkey.stop());

test('x', async () => {
  for (let seed = 0; seed < 30; seed += 1) {
    const replicas = await Promise.all(
      [1, 2, 3].map(async () => sendWithin(replicaOver(await openValkeyLog(valkey.url)).fetch)),
    );
    const session = openSession(`s${seed}`);
    const start = performance.now();
    let turn = 0;
    await Promise.all(
      Array.from({ length: 6 }, async (_, client) => {
        const random = createRandom(`${seed}/${client}`);
        for (let i = 0; i < 50; i += 1) {
          turn += 1;
          const send = replicas[turn % 3];
          if (send) await session.perform(client, random, send);
        }
      }),
    );
    const mid = performance.now();
    const result = session.check();
    console.log(
      seed,
      mid - start,
      performance.now() - mid,
      result.isLinearizable,
      result.order.length,
      session.count(),
    );
    if (!result.isLinearizable)
      console.log(JSON.stringify(result.order.slice(-8), null, 0), JSON.stringify(result.stuck));
    expect(result.isLinearizable).toBe(true);
  }
});
