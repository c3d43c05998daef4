import { createMock, type MockApi, type MockOptions } from '../../src/mock/create-mock.ts';
import { contractOf } from './test-contract.ts';

export type Ask = (target: string, init?: RequestInit) => Promise<Response>;

/** Asks a mock of one contract at the root, without a port. */
export function mockOf(
  document: object,
  more: Partial<MockApi> = {},
  options: Partial<MockOptions> = {},
): Ask {
  const api = { name: 'test', mount: '', contract: contractOf(document), ...more };
  const mock = createMock({ ...options, apis: [api] });
  return (target, init) => mock.fetch(new Request(`http://mock.test${target}`, init));
}
