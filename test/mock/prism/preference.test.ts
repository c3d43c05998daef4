import { describe, expect, test } from 'vitest';
import { describeViolation } from '../../../src/contract/model/describe-violation.ts';
import { isViolation, readPreference } from '../../../src/mock/prism/preference.ts';

const none = { code: undefined, example: undefined, dynamic: undefined, seed: undefined };

const read = (prefer: string | undefined, query = '') =>
  readPreference(new Headers(prefer === undefined ? {} : { prefer }), new URLSearchParams(query));

describe('readPreference', () => {
  test.each([
    ['code=404', { ...none, code: 404 }],
    ['example=documented', { ...none, example: 'documented' }],
    ['code=200, example=middle-page', { ...none, code: 200, example: 'middle-page' }],
    ['example="two words, one comma"', { ...none, example: 'two words, one comma' }],
    ['Code=404', { ...none, code: 404 }],
    ['dynamic=true, seed=abc', { ...none, dynamic: true, seed: 'abc' }],
    ['dynamic=false', { ...none, dynamic: false }],
    ['respond-async, wait=10', none],
    ['', none],
  ])('reads the header %j', (header, expected) => {
    expect(read(header)).toEqual(expected);
  });

  test.each([
    ['__code=404&__example=a', { ...none, code: 404, example: 'a' }],
    ['__dynamic=true&__seed=1', { ...none, dynamic: true, seed: '1' }],
    ['code=404', none],
    ['', none],
  ])('reads the query %j', (query, expected) => {
    expect(read(undefined, query)).toEqual(expected);
  });

  test('leaves the query alone where there is a header', () => {
    expect(read('example=a', '__example=b&__code=404')).toEqual({ ...none, example: 'a' });
  });

  test.each([
    ['code=40', 'header', '/prefer/code', 'a status from 200 to 599', '40'],
    ['code=ok', 'header', '/prefer/code', 'a status from 200 to 599', 'ok'],
    ['code=100', 'header', '/prefer/code', 'a status from 200 to 599', '100'],
    ['code=600', 'header', '/prefer/code', 'a status from 200 to 599', '600'],
    ['code=2000', 'header', '/prefer/code', 'a status from 200 to 599', '2000'],
    ['dynamic=yes', 'header', '/prefer/dynamic', 'true or false', 'yes'],
    ['code', 'header', '/prefer/code', 'a value', true],
    ['example, code=200', 'header', '/prefer/example', 'a value', true],
  ])('refuses the header %j', (header, part, pointer, expected, found) => {
    const refused = read(header);
    const described = isViolation(refused) ? describeViolation(refused) : refused;
    expect(described).toEqual({ in: part, pointer, keyword: 'preference', expected, found });
  });

  test.each([
    ['__code=x', '/__code', 'x'],
    ['__code=', '/__code', ''],
    ['__dynamic=1', '/__dynamic', '1'],
  ])('refuses the query %j', (query, pointer, found) => {
    expect(read(undefined, query)).toMatchObject({ in: 'query', pointer, found });
  });
});
