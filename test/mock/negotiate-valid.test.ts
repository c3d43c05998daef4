import { describe, expect, test } from 'vitest';
import type { Violation } from '../../src/contract/violation.ts';
import { negotiateValid } from '../../src/mock/negotiate-valid.ts';
import type { Negotiate } from '../../src/mock/prism.ts';
import { contractWith } from '../support/test-contract.ts';

const { operation } = contractWith({ responses: {} });
const broken: Violation = { in: 'body', pointer: '', keyword: 'type', expected: 'string' };

/** Answers with the seeds that were tried, of which only one is fit. */
function negotiateWith(fit: string, dynamic = true) {
  const tried: string[] = [];
  const negotiate: Negotiate = (_, { preference }) => {
    const seed = preference.dynamic ? (preference.seed ?? '') : 'documented';
    tried.push(seed);
    if (seed === 'problem') return { problem: { status: 500 } };
    return { status: 200, body: seed };
  };
  const preference = {
    code: 200,
    example: undefined,
    dynamic,
    seed: fit === '!' ? 'problem' : 'a',
  };
  const check = ({ body }: { body?: unknown }) => (body === fit ? [] : [broken]);
  const answer = negotiateValid(negotiate, check, operation, { accept: null, preference });
  return { tried, answer };
}

describe('negotiateValid', () => {
  test.each([
    ['a', ['a']],
    ['a 2', ['a', 'a 2']],
    ['a 3', ['a', 'a 2', 'a 3']],
    ['documented', ['a', 'a 2', 'a 3', 'documented']],
  ])('gives the first fit answer, %s', (fit, expected) => {
    const { tried, answer } = negotiateWith(fit);
    expect(tried).toEqual(expected);
    expect(answer).toEqual({ result: { status: 200, body: fit }, violations: [] });
  });

  test('gives the first answer with its violations where nothing fits', () => {
    const { answer } = negotiateWith('nothing');
    expect(answer).toEqual({ result: { status: 200, body: 'a' }, violations: [broken] });
  });

  test('tries nothing else where the data are not random', () => {
    const { tried, answer } = negotiateWith('nothing', false);
    expect(tried).toEqual(['documented']);
    expect(answer.violations).toEqual([broken]);
  });

  test('takes a failure of the generator for an answer that does not fit', () => {
    expect(negotiateWith('!').tried).toEqual(['problem', 'problem 2', 'problem 3', 'documented']);
  });
});
