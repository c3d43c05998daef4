import type { DescribedViolation } from '../../../src/contract/model/describe-violation.ts';
import type { Exchange } from '../../../src/mock/log/exchange.ts';
import { contractWith } from '../../support/test-contract.ts';

const { contract, operation } = contractWith({ operationId: 'getThing' });

export const VIOLATION: DescribedViolation = {
  in: 'body',
  pointer: '/visited',
  keyword: 'type',
  expected: 'integer',
  found: 'hunter2',
};

/** Exchange of `GET /api/things/1` that a test changes where it matters. */
export function exchangeOf(changes: Partial<Exchange> = {}): Exchange {
  return {
    api: 'api',
    contract,
    method: 'GET',
    target: '/api/things/1',
    operation,
    pathValues: { id: '1' },
    status: 200,
    milliseconds: 0.4371,
    violations: [],
    ...changes,
  };
}
