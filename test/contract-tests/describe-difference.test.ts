import { describe, expect, test } from 'vitest';
import { describeDifference } from '../../src/contract-tests/describe-difference.ts';

describe('describeDifference', () => {
  test.each<[one: unknown, other: unknown, expected: string[]]>([
    [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, []],
    [1, '1', ['body: expected number 1, found string "1"']],
    [
      { a: [1, { b: 2 }] },
      { a: [1, { b: 3 }] },
      ['body at /a/1/b: expected number 2, found number 3'],
    ],
    [{ 'a/b': 1 }, {}, ['body at /a~1b: expected number 1, found nothing']],
    [[], [null], ['body at /0: expected nothing, found null']],
    [{ a: 1 }, [1], ['body at /a: expected number 1, found nothing']],
  ])('between %j and %j', (one, other, expected) => {
    expect(describeDifference(one, other)).toEqual(expected);
  });
});
