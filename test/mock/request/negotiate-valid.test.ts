import { describe, expect, test } from 'vitest';
import type { Refusal } from '../../../src/mock/authoring/refusal.ts';
import type { NegotiateWithPrism } from '../../../src/mock/prism/negotiation.ts';
import { createValidNegotiation } from '../../../src/mock/request/negotiate-valid.ts';
import { contractWith } from '../../support/test-contract.ts';

const { operation } = contractWith({ responses: {} });

const refuse = (body: unknown): Refusal => ({
  kind: 'internal',
  cause: { type: 'crash', message: `${body}` },
});

/** Answers `random` or `fixed`, which the correction makes `random!` and `fixed!`; only one of these is valid. */
function negotiateWith(valid: string, dynamic = true, fails = false) {
  const made: string[] = [];
  const note = (body: string) => {
    made.push(body);
    return { status: 200, body };
  };
  const negotiate: NegotiateWithPrism = (_, { preference }) => {
    if (fails && preference.dynamic === true) return { problem: { status: 500 } };
    return note(preference.dynamic ? 'random' : 'fixed');
  };
  const answer = createValidNegotiation(
    negotiate,
    (_, reply) => (reply.body === valid ? reply : refuse(reply.body)),
    (_, { body }) => note(`${body}!`),
  )(operation, {
    accept: null,
    preference: { code: 200, example: undefined, dynamic, seed: 'a' },
  });
  return { made, answer };
}

describe('createValidNegotiation', () => {
  test.each([
    ['random', ['random']],
    ['random!', ['random', 'random!']],
    ['fixed', ['random', 'random!', 'fixed']],
    ['fixed!', ['random', 'random!', 'fixed', 'fixed!']],
  ])('gives the first valid answer, %s', (valid, expected) => {
    const { made, answer } = negotiateWith(valid);
    expect(made).toEqual(expected);
    expect(answer).toEqual({ status: 200, body: valid });
  });

  test('gives what is said of the first answer if none is valid', () => {
    expect(negotiateWith('nothing').answer).toEqual(refuse('random!'));
  });

  test('tries nothing else where the data are not random', () => {
    const { made, answer } = negotiateWith('nothing', false);
    expect(made).toEqual(['fixed', 'fixed!']);
    expect(answer).toEqual(refuse('fixed!'));
  });

  test('takes a failure of the generator for an answer that is not valid', () => {
    expect(negotiateWith('fixed', true, true).answer).toEqual({ status: 200, body: 'fixed' });
  });
});
