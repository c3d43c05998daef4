import { test as base } from '@playwright/test';
import { type ExpectContractOptions, expectContract } from './expect-contract.ts';
import { startMock } from './start-mock.ts';
import type { TestMock, TestSandbox } from './test-sandbox.ts';
import type { TestServerOptions } from './testing-options.ts';

export type { TestMock, TestSandbox } from './test-sandbox.ts';

/** Whether `expectContract` runs after each test, and with which exceptions. */
export type Checks = boolean | ExpectContractOptions;

/** What the mock of tests serves, and what is checked after each of them. */
export interface MockTestOptions extends TestServerOptions {
  /** By default every test fails whose page sent what a contract forbids; `test.use({ checks })` says otherwise of some. */
  readonly checks?: Checks;
}

/**
 * Extends Playwright's `test` by the fixture `mock`: a sandbox of each test, on a server that each worker starts once. Its
 * `url(api)` is what the page under test takes as the base URL of an API.
 *
 * A test fails with ContractBreachError if the page sent what a contract forbids.
 */
export function mockTest({ checks = true, ...options }: MockTestOptions = {}) {
  let made = 0;
  return base.extend<
    { readonly mock: TestSandbox; readonly checks: Checks },
    { readonly workerMock: TestMock }
  >({
    checks: [checks, { option: true }],
    workerMock: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
      async ({}, use) => {
        await using mock = await startMock(options);
        await use(mock);
      },
      { scope: 'worker' },
    ],
    mock: async ({ workerMock, checks: wanted }, use, { workerIndex }) => {
      made += 1;
      const sandbox = workerMock.sandbox(`test-${workerIndex}-${made}`);
      await use(sandbox);
      try {
        if (wanted !== false) expectContract(sandbox, wanted === true ? {} : wanted);
      } finally {
        sandbox.remove();
        workerMock.writeCoverage();
      }
    },
  });
}
