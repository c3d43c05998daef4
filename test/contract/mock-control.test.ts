import { describe, expect, test } from 'vitest';
import { createClient } from '../../src/generated/mock-control/client.ts';
import type { Fault } from '../../src/generated/mock-control/types.ts';
import * as zod from '../../src/generated/mock-control/zod.ts';
import { describeContract } from './harness/describe-contract.ts';

const { baseUrl, contract } = await describeContract({
  name: 'mock-control',
  zod,
  createClient: (url) => createClient({ baseUrl: url }),
  expectRefusal: (status, text) => {
    expect(zod.zProblem.parse(JSON.parse(text)).status).toBe(status);
  },
});

const client = createClient({ baseUrl });
const path = { sandbox: 'alice' };

async function advanceClock(by: string): Promise<number | undefined> {
  return (await client.advanceClock.safe({ path, body: { by } })).status;
}

async function setFaults(faults: Fault[]): Promise<number | undefined> {
  return (await client.setFaults.safe({ path, body: { faults } })).status;
}

describe('mock-control', () => {
  /** Orchestrators have no token, and come from other machines. */
  const probes = contract.operations.filter(({ security }) => security.length === 0);
  const others = contract.operations.filter((operation) => !probes.includes(operation));

  test('asks nothing of orchestrators', () => {
    expect(probes.map(({ id }) => id)).toEqual(['checkLive', 'checkReady']);
  });

  test('lets in callers without a token, as far as its contract goes', () => {
    const schemes = others.map(({ security }) => security.map((all) => all.length));
    expect(new Set(schemes.map(String))).toEqual(new Set(['0,1']));
  });

  test('declares refusals of strangers at every operation, and answers in one format', () => {
    for (const { id, responses } of others) {
      const refusals = responses.filter(({ status }) => status.startsWith('4'));
      const statuses = refusals.map(({ status }) => status);
      expect(statuses, id).toEqual(expect.arrayContaining(['401', '403']));
      const types = refusals.flatMap(({ content }) => content.map(({ type }) => type));
      expect(new Set(types), id).toEqual(new Set(['application/problem+json']));
    }
  });

  test.each(['P7D', 'P2W', 'PT15M', '-PT1H', 'P1DT12H', 'P1W2DT3H4M5S', 'PT0S'])(
    'advanceClock takes %s',
    async (by) => expect(await advanceClock(by)).toBe(200),
  );

  test.each(['', 'P', 'PT', '-P', 'P1DT', 'P1Y', 'P1M', 'PT1M1H', 'P1D1W', '+P1D', 'PT1.5S', '7D'])(
    'advanceClock refuses "%s"',
    async (by) => expect(await advanceClock(by)).toBe(422),
  );

  test.each<Fault>([
    {},
    { api: 'crego', operation: 'listShares', rate: 0, outcome: 'reset' },
    { rate: 1, delay: 600_000 },
    { delay: { min: 0, max: 0 } },
    { delay: { mean: 800, deviation: 200 }, outcome: 'truncate' },
  ])('setFaults takes %j', async (fault) => expect(await setFaults([fault])).toBe(200));

  test.each<[fault: object]>([
    [{ status: 500 }],
    [{ rate: 1.1 }],
    [{ rate: -0.1 }],
    [{ delay: 600_001 }],
    [{ delay: -1 }],
    [{ delay: { min: 1 } }],
    [{ delay: { min: 1, max: 2, mean: 3 } }],
    [{ delay: { mean: 1, deviation: -1 } }],
    [{ outcome: 'slow' }],
  ])('setFaults refuses %j', async (fault) => expect(await setFaults([fault])).toBe(422));

  test('setFaults takes a hundred faults and no more', async () => {
    const faults = Array.from({ length: 100 }, () => ({}));
    expect(await setFaults(faults)).toBe(200);
    expect(await setFaults([...faults, {}])).toBe(422);
  });
});
