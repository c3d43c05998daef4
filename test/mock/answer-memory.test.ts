import { describe, expect, test } from 'vitest';
import { createAnswerMemory } from '../../src/mock/answer-memory.ts';
import { NO_PREFERENCE } from '../../src/mock/preference.ts';
import type { NegotiatedRequest } from '../../src/mock/prism.ts';
import type { Reply } from '../../src/mock/refusal.ts';
import { contractWith } from '../support/test-contract.ts';

const { operation } = contractWith({});
const asked: NegotiatedRequest = { accept: null, preference: NO_PREFERENCE };

/** Memory whose answers are numbered, and what it gives for a request. */
function start(limit = 10) {
  const recall = createAnswerMemory(limit);
  let made = 0;
  const make = (): Reply => ({ status: 200, body: ++made });
  return (request = asked, of = operation) => {
    const outcome = recall(of, request, make);
    return 'body' in outcome ? outcome.body : undefined;
  };
}

describe('createAnswerMemory', () => {
  test('gives the same request its answer again, the newest or not', () => {
    const ask = start();
    const other = { ...asked, accept: 'text/xml' };
    expect([ask(), ask(), ask(other), ask(), ask(other)]).toEqual([1, 1, 2, 1, 2]);
  });

  test.each<[what: string, request: NegotiatedRequest]>([
    ['Accept', { ...asked, accept: '' }],
    ['code', { ...asked, preference: { ...NO_PREFERENCE, code: 200 } }],
    ['example', { ...asked, preference: { ...NO_PREFERENCE, example: 'a' } }],
    ['dynamic', { ...asked, preference: { ...NO_PREFERENCE, dynamic: true } }],
    ['seed', { ...asked, preference: { ...NO_PREFERENCE, seed: 'a' } }],
  ])('tells requests apart by their %s', (_what, request) => {
    const ask = start();
    expect([ask(), ask(request), ask(request), ask()]).toEqual([1, 2, 2, 1]);
  });

  test('tells operations apart', () => {
    const ask = start();
    const other = { ...operation, pointer: '/paths/~1other/get' };
    expect([ask(), ask(asked, other), ask()]).toEqual([1, 2, 1]);
  });

  test('forgets what is unused for longest, but for the newest of each operation', () => {
    const ask = start(1);
    const others = ['a', 'b'].map((accept) => ({ ...asked, accept }));
    expect([ask(others[0]), ask(others[1]), ask(others[1]), ask(others[0])]).toEqual([1, 2, 2, 3]);
  });
});
