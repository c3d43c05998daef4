import { describe, expect, test } from 'vitest';
import { createReplica, type Replica } from '../../../src/mock/shared-state/replica.ts';
import { createSandboxes } from '../../../src/mock/state/sandboxes.ts';
import type { LogAnswer } from '../../../src/mock/state/state-log.ts';
import { StateUnavailableError } from '../../../src/mock/state/state-unavailable-error.ts';

const POSITION = { log: 'a', version: 1 };
const ACCEPTED: LogAnswer = { kind: 'accepted', position: POSITION, uncompacted: 0 };

/** Replica whose sandbox has no store of its own, at a time that is set. */
function start(maxStaleness = 0) {
  const state = { time: 0, compactions: 0, refusals: 0 };
  const replica = createReplica('a', {
    create: () => createSandboxes().open('a'),
    maxStaleness,
    readTime: () => state.time,
    compact: async () => {
      state.compactions += 1;
    },
    onRefusal: (visits) => {
      state.refusals += visits;
    },
  });
  return { replica, state };
}

/** Lets an act wait for its turn. */
function visit(replica: Replica, at: number, act: () => void = () => {}): Promise<void> {
  return new Promise((resolve, reject) => {
    replica.enqueue({ act, isLasting: false, at, resolve, reject, refusals: 0 });
  });
}

describe('a replica', () => {
  test('asks the store of what came before nothing was known', () => {
    const { replica } = start();
    void visit(replica, 0);
    expect(replica.run()).toMatchObject({ sandbox: 'a', known: undefined, transactions: [] });
  });

  test.each([
    [0, 11, true],
    [100, 11, false],
    [100, 109, false],
    [100, 110, true],
  ])('that may be %i ms behind asks at %i ms: %s', async (maxStaleness, at, asks) => {
    const { replica, state } = start(maxStaleness);
    state.time = 10;
    const first = visit(replica, 9);
    replica.run();
    replica.take(ACCEPTED);
    await first;
    state.time = at;
    const second = visit(replica, at);
    expect(replica.isFresh()).toBe(!asks);
    expect(replica.run() !== undefined).toBe(asks);
    if (!asks) await second;
  });

  test('runs a visit again as often as others are faster, and ends it after some seconds', async () => {
    const { replica, state } = start();
    let runs = 0;
    const tired = visit(replica, 0, () => {
      runs += 1;
      replica.history.append({ kind: 'use' });
    });
    const expected = expect(tired).rejects.toMatchObject({ retryAfter: 1 });
    for (let round = 0; replica.isReady(); round += 1) {
      state.time = round * 200;
      replica.run();
      replica.take({ kind: 'news', position: POSITION, isWhole: true, changes: [] });
    }
    await expected;
    expect(runs).toBe(50);
    expect(state.refusals).toBe(50);
    await expect(tired).rejects.toBeInstanceOf(StateUnavailableError);
  });

  test('compacts a long log, one time at a time', async () => {
    const { replica, state } = start();
    for (const uncompacted of [500, 501, 502]) {
      const visited = visit(replica, state.time, () => void replica.open());
      replica.run();
      replica.take({ kind: 'accepted', position: POSITION, uncompacted });
      await visited;
    }
    expect(state.compactions).toBe(1);
  });
});
