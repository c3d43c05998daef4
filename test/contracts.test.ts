import { listContractTests } from 'share-contracts/contract-tests';
import { describe, test } from 'vitest';

for (const { api, tests } of await listContractTests()) {
  describe(api, () => {
    for (const { name, run } of tests) test(name, run);
  });
}
