import { availableParallelism } from 'node:os';
import { describe, expect, test } from 'vitest';
import { OWN_APIS } from '../../support/own-project.ts';
import { LONG_RUNS } from '../../support/property-runs.ts';
import { mutateContract } from './mutate-contract.ts';

/** Contract that is small enough for each run of the tests; the others take minutes of processor time. */
const SMALL = 'crego';

describe('a contract with one constraint loosened', () => {
  const apis = OWN_APIS.filter(({ name }) => LONG_RUNS !== undefined || name === SMALL);

  test.each(apis)('$name changes what its proof sends', async ({ contract }) => {
    const workers = LONG_RUNS === undefined ? 1 : availableParallelism();
    const { all, survivors } = await mutateContract(contract, workers);
    expect(survivors).toEqual([]);
    expect(all).toBeGreaterThan(200);
  });
});
