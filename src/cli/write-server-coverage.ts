import { join } from 'node:path';
import type { Contract } from '../contract/model/contract.ts';
import { coverServer } from '../testing/coverage/cover-server.ts';
import { writeCoverage } from '../testing/coverage/coverage-file.ts';
import type { VerifyReport } from '../verify/model/report.ts';
import { UsageError } from './usage-error.ts';

/**
 * Writes what a run met of each contract into a folder, as tests write what they met. The next run of the same API replaces the file.
 * Throws UsageError where that cannot be done.
 */
export function writeServerCoverage(
  folder: string,
  reports: readonly VerifyReport[],
  contracts: ReadonlyMap<string, Contract>,
): void {
  for (const { api, operations } of reports) {
    const contract = contracts.get(api);
    if (contract === undefined) continue;
    const file = join(folder, `verify-${api.replaceAll(/[^\w.@-]+/g, '-')}.json`);
    try {
      writeCoverage(file, coverServer(api, contract, operations));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new UsageError(`--coverage: expected to write "${file}", found: ${reason}.`, {
        cause: error,
      });
    }
  }
}
