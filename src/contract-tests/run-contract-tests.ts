import type { ApiTests, Exclusion } from './contract-test.ts';

/** How the tests of one API went. */
export interface ApiOutcome {
  readonly api: string;
  readonly tests: number;
  readonly failures: readonly Failure[];
  readonly exclusions: readonly Exclusion[];
}

export interface Failure {
  readonly name: string;
  readonly message: string;
}

/** Runs the tests of an API one after the other; what is thrown is a failure, whatever it is. */
export async function runContractTests({ api, tests, exclusions }: ApiTests): Promise<ApiOutcome> {
  const failures: Failure[] = [];
  for (const { name, run } of tests) {
    try {
      await run();
    } catch (error) {
      failures.push({ name, message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { api, tests: tests.length, failures, exclusions };
}
