import { describe, expect, test } from 'vitest';
import { loadProjectApi } from '../../src/apis/load-project.ts';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import { loadSchemas } from '../../src/prove/enforcers/load-schemas.ts';
import { proveContract } from '../../src/prove/prove-contract.ts';
import { OWN_CONTRACTS } from '../support/own-project.ts';
import { LONG_RUNS } from '../support/property-runs.ts';

/** Contract that is small enough for each run of the tests; `npm run prove` is about all of them. */
const SMALL = 'crego';

describe('proof of our own contracts', () => {
  const apis = OWN_CONTRACTS.filter(({ name }) => LONG_RUNS !== undefined || name === SMALL);

  test.each(apis)('everything that $name forbids is refused', async (api) => {
    const mock = await loadProjectApi(api, (file) => loadContract(file));
    const schemas = await loadSchemas(mock.contract, api.output);
    const { scores, unasked } = await proveContract(mock, schemas);
    const survivors = scores.flatMap(({ enforcer, survivors: all }) =>
      all.map(({ problem, operation, title }) => `${enforcer} ${problem} ${operation} ${title}`),
    );
    expect(survivors).toEqual([]);
    expect(unasked).toEqual([]);
    expect(schemas.isOfProject).toBe(true);
    expect(scores.every(({ all, allowed }) => all > 10 && allowed > 10)).toBe(true);
  });
});
