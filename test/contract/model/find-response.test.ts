import { describe, expect, test } from 'vitest';
import { findResponse } from '../../../src/contract/model/find-response.ts';
import { contractWith } from '../../support/test-contract.ts';

describe('findResponse', () => {
  const statusFor = (status: number, declared: readonly string[]) => {
    const responses = Object.fromEntries(declared.map((key) => [key, {}]));
    return findResponse(contractWith({ responses }).operation, status)?.status;
  };

  test.each([
    [404, ['200', '404', '4XX', 'default'], '404'],
    [404, ['default', '4XX', '200'], '4XX'],
    [404, ['200', '5XX', 'default'], 'default'],
    [404, ['200', '5XX'], undefined],
  ])('for %d among %j is %s', (status, declared, expected) => {
    expect(statusFor(status, declared)).toBe(expected);
  });
});
