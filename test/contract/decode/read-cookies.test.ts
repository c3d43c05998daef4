import { expect, test } from 'vitest';
import { readCookies } from '../../../src/contract/decode/read-cookies.ts';

test.each<[header: string, cookies: [string, string][]]>([
  [
    'a=1; b=2;a=3',
    [
      ['a', '1'],
      ['b', '2'],
      ['a', '3'],
    ],
  ],
  [
    'a=b=c; d=%20',
    [
      ['a', 'b=c'],
      ['d', '%20'],
    ],
  ],
  ['a=', [['a', '']]],
  ['a; =b', [['', 'b']]],
])('the cookies of %j are %j', (header, cookies) => {
  expect(readCookies(new Headers({ cookie: header }))).toEqual(cookies);
});

test('a request without cookies has none', () => {
  expect(readCookies(new Headers())).toEqual([]);
});

test('several fields are read as one', () => {
  expect(
    readCookies(
      new Headers([
        ['cookie', 'a=1'],
        ['cookie', 'b=2'],
      ]),
    ),
  ).toEqual([
    ['a', '1'],
    ['b', '2'],
  ]);
});
