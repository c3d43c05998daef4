import { openMock } from './open-mock.ts';
import type { TestMock } from './test-sandbox.ts';
import type { TestMockOptions } from './testing-options.ts';

const ORIGIN = 'http://mock.test';

/**
 * Creates a mock for tests in this process, without a port: living, as `share-contracts mock` serves it, with its control API.
 * Its `fetch` answers whatever the host of a URL is, since no request leaves the process.
 *
 * Rejects with ProjectError for a registry, module or name that is missing or wrong, ContractError for a contract that cannot be
 * read, and TestingError for an unknown scenario or a clock that is none.
 */
export function createMock(options: TestMockOptions = {}): Promise<TestMock> {
  return openMock(options, (mock) => ({
    origin: ORIGIN,
    fetch: (input, init) => mock.fetch(new Request(input, init)),
  }));
}
