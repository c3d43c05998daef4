import { describe, expect, test } from 'vitest';
import { andThen, attempt } from '../../src/mock/eventual.ts';

const double = (value: number) => value * 2;
const recover = (error: unknown) => `recovered from ${String(error)}`;

function fail(): string {
  throw new Error('no');
}

describe('andThen', () => {
  test('goes on at once with a value that is there', () => {
    expect(andThen(1, double)).toBe(2);
  });

  test('goes on later with a promised value', async () => {
    const value = andThen(Promise.resolve(1), double);
    expect(value).toBeInstanceOf(Promise);
    expect(await value).toBe(2);
  });
});

describe('attempt', () => {
  test.each([
    ['a value', () => 'value', 'value'],
    ['an error that is thrown', fail, 'recovered from Error: no'],
  ])('gives at once for %s', (_what, act, result) => {
    expect(attempt(act, recover)).toBe(result);
  });

  test.each([
    ['a promised value', async () => 'value', 'value'],
    ['an error that comes later', async () => fail(), 'recovered from Error: no'],
  ])('promises for %s', async (_what, act, result) => {
    const promise = attempt(act, recover);
    expect(promise).toBeInstanceOf(Promise);
    expect(await promise).toBe(result);
  });
});
