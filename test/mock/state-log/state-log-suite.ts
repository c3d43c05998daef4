import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import type { MakeSpace, StartedStore } from './started-store.ts';
import { testCompaction } from './test-compaction.ts';
import { testDeliveries } from './test-deliveries.ts';
import { testExchange } from './test-exchange.ts';
import { testHistories } from './test-histories.ts';
import { testJournals } from './test-journals.ts';
import { testLimits } from './test-limits.ts';

/** Tests what every store of logs promises; `start` is called once. */
export function describeStateLog(name: string, start: () => Promise<StartedStore>): void {
  describe(name, () => {
    let started: StartedStore | undefined;
    let spaces = 0;

    beforeAll(async () => {
      started = await start();
    });
    afterAll(() => started?.stop());

    const makeSpace: MakeSpace = (limits) => {
      spaces += 1;
      const space = `space-${spaces}`;
      return async () => {
        if (started === undefined) throw new Error('The store is not started.');
        const log = await started.open(space, limits);
        onTestFinished(() => log.close());
        return log;
      };
    };

    describe('exchange', () => testExchange(makeSpace));
    describe('compact', () => testCompaction(makeSpace));
    describe('list, and its limits', () => testLimits(makeSpace));
    describe('journals', () => testJournals(makeSpace));
    describe('deliveries', () => testDeliveries(makeSpace));
    describe('random histories', () => testHistories(makeSpace));
  });
}
