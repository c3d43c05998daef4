import { describe, expect, test } from 'vitest';
import { isSet, readGoQuery, writeGoQuery } from '../../../mocks/cloudreve/go-query.ts';

const parameters = [
  { name: 'page_size', types: ['integer'], schema: {} },
  { name: 'password', types: ['string'], schema: {} },
];

describe('readGoQuery', () => {
  test.each<[text: string, query: [string, string][]]>([
    ['page_size=10&page_size=abc', [['page_size', '10']]],
    [
      'page_size=%2B10&password=%2B1',
      [
        ['page_size', '10'],
        ['password', '+1'],
      ],
    ],
    ['a=1;b=2&password=x', [['password', 'x']]],
    ['password=%zz&page_size=10', [['page_size', '10']]],
    [
      'other=1&other=2',
      [
        ['other', '1'],
        ['other', '2'],
      ],
    ],
    [
      'password=a+b&&x',
      [
        ['password', 'a b'],
        ['x', ''],
      ],
    ],
    ['password=a=b', [['password', 'a=b']]],
    ['', []],
  ])('reads "%s"', (text, query) => {
    expect([...readGoQuery(text, parameters)]).toEqual(query);
  });
});

describe('writeGoQuery', () => {
  test('sorts by name and escapes as Go does', () => {
    const query = new URLSearchParams([
      ['z', "~*()!'"],
      ['a', 'ü +/'],
      ['z', ''],
    ]);
    expect(writeGoQuery(query)).toBe('a=%C3%BC+%2B%2F&z=~%2A%28%29%21%27&z=');
  });
});

describe('isSet', () => {
  test.each([true, '1', 't', 'T', 'TRUE', 'True'])('%j is set', (flag) => {
    expect(isSet(flag)).toBe(true);
  });

  test.each([false, '0', 'f', 'FALSE', '', undefined])('%j is not', (flag) => {
    expect(isSet(flag)).toBe(false);
  });
});
