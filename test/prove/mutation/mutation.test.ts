import { availableParallelism } from 'node:os';
import { describe, expect, test } from 'vitest';
import { OWN_APIS } from '../../support/own-project.ts';
import { LONG_RUNS } from '../../support/property-runs.ts';
import { mutateContract } from './mutate-contract.ts';

/** Contract that is small enough for each run of the tests; the others take minutes of processor time. */
const SMALL = 'crego';

/** What changes nothing that is sent, until the cases reach it. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  cloudreve: [
    '#/components/schemas/AbuseReport/properties/user_id one more form in anyOf',
    '#/components/schemas/AbuseReport/properties/user_id/anyOf/1 without type',
    '#/paths/~1file~1content~1{entity}~1{speed}~1{name}/get/responses/200/content/*~1* without its schema',
  ],
};

describe('a contract with one constraint loosened', () => {
  const apis = OWN_APIS.filter(({ name }) => LONG_RUNS !== undefined || name === SMALL);

  test.each(apis)('$name changes what its proof sends', async ({ name, contract }) => {
    const workers = LONG_RUNS === undefined ? 1 : availableParallelism();
    const { all, survivors } = await mutateContract(contract, workers);
    expect(survivors.toSorted()).toEqual(KNOWN[name] ?? []);
    expect(all).toBeGreaterThan(200);
  });
});
