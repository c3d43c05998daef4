import { describe, expect, test } from 'vitest';
import {
  listAnswerCases,
  preferAnswer,
  preferInQuery,
} from '../../src/contract-tests/answer-cases.ts';
import { contractWith } from '../support/test-contract.ts';

/** Preferences for all answers of an operation. */
function preferencesOf(responses: object): string[] {
  const { contract } = contractWith({ responses });
  return listAnswerCases(contract).map(preferAnswer);
}

const content = (media: object) => ({ description: 'A.', content: { 'application/json': media } });

describe('listAnswerCases', () => {
  test.each<[what: string, responses: object, expected: string[]]>([
    ['no body', { 204: { description: 'A.' } }, ['code=204']],
    ['no example', { 200: content({ schema: {} }) }, ['code=200']],
    ['one example without a name', { 200: content({ example: 1 }) }, ['code=200']],
    [
      'named ones',
      { 200: content({ examples: { one: { value: 1 }, 'two, or "more"': { value: 2 } } }) },
      ['code=200, example=one', 'code=200, example="two, or "more""'],
    ],
    ['a range', { '4XX': { description: 'A.' } }, ['code=400']],
    [
      'a range beside one of its statuses',
      { 400: { description: 'A.' }, '4XX': { description: 'B.' } },
      ['code=400', 'code=404'],
    ],
    [
      'a default beside others',
      { 200: { description: 'A.' }, '4XX': { description: 'B.' }, default: { description: 'C.' } },
      ['code=200', 'code=400', 'code=500'],
    ],
    ['a status that cannot be asked for', { 101: { description: 'A.' } }, ['code=undefined']],
  ])('asks for %s', (_what, responses, expected) => {
    expect(preferencesOf(responses)).toEqual(expected);
  });

  test('asks in the query where the header is taken', () => {
    const { contract } = contractWith({
      responses: { 200: content({ examples: { 'ö"': { value: 1 } } }) },
    });
    expect(listAnswerCases(contract).map(preferInQuery)).toEqual([
      { __code: '200', __example: 'ö"' },
    ]);
  });
});
