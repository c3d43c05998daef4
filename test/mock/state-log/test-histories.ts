import { assert, asyncProperty } from 'fast-check';
import { test } from 'vitest';
import { propertyRuns } from '../../support/property-runs.ts';
import { STEPS } from './plan-steps.ts';
import { playSteps } from './play-steps.ts';
import type { MakeSpace } from './started-store.ts';

/** What two servers do at random, against a model of one store. */
export function testHistories(makeSpace: MakeSpace): void {
  test('agrees with a model', async () => {
    await assert(
      asyncProperty(STEPS, async (steps) => {
        const open = makeSpace();
        const servers = [await open(), await open()];
        try {
          await playSteps(servers, steps);
        } finally {
          await Promise.all(servers.map((log) => log.close()));
        }
      }),
      propertyRuns(40, 21),
    );
  });
}
