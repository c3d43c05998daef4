import { describe, expect, test } from 'vitest';
import type { Refusal } from '../../../src/mock/authoring/refusal.ts';
import type { NegotiateWithPrism } from '../../../src/mock/prism/negotiation.ts';
import { negotiateValid } from '../../../src/mock/request/negotiate-valid.ts';
import { contractWith } from '../../support/test-contract.ts';

const { operation } = contractWith({ responses: {} });

const refuse = (body: unknown): Refusal => ({
  kind: 'internal',
  cause: { type: 'crash', message: `${body}` },
});

/** Answers with the seeds that were tried, of which only one is valid. */
function negotiateWith(valid: string, dynamic = true) {
  const tried: string[] = [];
  const negotiate: NegotiateWithPrism = (_, { preference }) => {
    const seed = preference.dynamic ? (preference.seed ?? '') : 'documented';
    tried.push(seed);
    if (seed.startsWith('problem')) return { problem: { status: 500 } };
    return { status: 200, body: seed };
  };
  const preference = {
    code: 200,
    example: undefined,
    dynamic,
    seed: valid === '!' ? 'problem' : 'a',
  };
  const answer = negotiateValid(
    negotiate,
    (_, reply) => (reply.body === valid ? reply : refuse(reply.body)),
    operation,
    { accept: null, preference },
  );
  return { tried, answer };
}

describe('negotiateValid', () => {
  test.each([
    ['a', ['a']],
    ['a 2', ['a', 'a 2']],
    ['a 3', ['a', 'a 2', 'a 3']],
    ['documented', ['a', 'a 2', 'a 3', 'documented']],
  ])('gives the first valid answer, %s', (valid, expected) => {
    const { tried, answer } = negotiateWith(valid);
    expect(tried).toEqual(expected);
    expect(answer).toEqual({ status: 200, body: valid });
  });

  test('gives what is said of the first answer if none is valid', () => {
    expect(negotiateWith('nothing').answer).toEqual(refuse('a'));
  });

  test('tries nothing else where the data are not random', () => {
    const { tried, answer } = negotiateWith('nothing', false);
    expect(tried).toEqual(['documented']);
    expect(answer).toEqual(refuse('documented'));
  });

  test('takes a failure of the generator for an answer that is not valid', () => {
    expect(negotiateWith('!').tried).toEqual(['problem', 'problem 2', 'problem 3', 'documented']);
  });
});
