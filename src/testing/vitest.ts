import { test as base } from 'vitest';
import { createMock } from './create-mock.ts';
import { type ExpectContractOptions, expectContract } from './expect-contract.ts';
import { startMock } from './start-mock.ts';
import type { TestSandbox } from './test-sandbox.ts';
import type { TestServerOptions } from './testing-options.ts';

export type { TestMock, TestSandbox } from './test-sandbox.ts';

/** Whether `expectContract` runs after each test, and with which exceptions. */
export type Checks = boolean | ExpectContractOptions;

/** What the mock of tests serves, and what is checked after each of them. */
export interface MockTestOptions extends TestServerOptions {
  /** By default every test fails whose code sent what a contract forbids; `test.override('checks', …)` says otherwise of some. */
  readonly checks?: Checks;
  /** Whether it serves over HTTP, for code under test that takes no `fetch`; `false` by default. */
  readonly serves?: boolean;
}

/**
 * Extends Vitest's `test` by the fixture `mock`: a sandbox of each test, in a mock that each worker makes once. It may be used by
 * concurrent tests as well, and is removed at the end.
 *
 * A test fails with ContractBreachError if the code under test sent what a contract forbids.
 */
export function mockTest({ checks = true, serves = false, ...options }: MockTestOptions = {}) {
  let made = 0;
  const name = () => {
    made += 1;
    return `test-${process.env.VITEST_WORKER_ID ?? 0}-${made}`;
  };
  return (
    base
      // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what a fixture needs.
      .extend('workerMock', { scope: 'worker' }, async ({}, { onCleanup }) => {
        const mock = await (serves ? startMock(options) : createMock(options));
        onCleanup(() => mock.close());
        return mock;
      })
      // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what a fixture needs.
      .extend('checks', async ({}): Promise<Checks> => checks)
      .extend(
        'mock',
        async ({ workerMock, checks: wanted }, { onCleanup }): Promise<TestSandbox> => {
          const sandbox = workerMock.sandbox(name());
          onCleanup(() => {
            try {
              if (wanted !== false) expectContract(sandbox, wanted === true ? {} : wanted);
            } finally {
              sandbox.remove();
              workerMock.writeCoverage();
            }
          });
          return sandbox;
        },
      )
  );
}
