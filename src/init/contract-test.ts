/** File of the contract tests of a project, relative to its folder. */
export const CONTRACT_TEST = 'test/contracts.test.ts';

/** Text of that file, for Vitest; it tests every API that the registry lists. */
export const CONTRACT_TEST_TEXT = `import { listContractTests } from 'share-contracts/contract-tests';
import { describe, test } from 'vitest';

for (const { api, tests } of await listContractTests()) {
  describe(api, () => {
    for (const { name, run } of tests) test(name, run);
  });
}
`;
