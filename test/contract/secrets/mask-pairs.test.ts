import { describe, expect, test } from 'vitest';
import { maskPairs } from '../../../src/contract/secrets/mask-pairs.ts';
import { isSecretAnywhere } from '../../../src/contract/secrets/secret-name.ts';

describe('maskPairs', () => {
  test.each([
    ['{"password":"p","name":"cut', '{"password":"***","name":"cut'],
    ['{"token":"cut \\" off', '{"token":"***'],
    ["{'password': 'p', 'a': 1", "{'password': '***', 'a': 1"],
    ["{'password': 'it's', 'a': 1", "{'password': '***', 'a': 1"],
    ['{"password" : 12345,', '{"password" : ***'],
    ['{"password":["a","b"],"c":1', '{"password":***'],
    ['{"password":{"a":"b"', '{"password":***'],
    ['{"pass\\u0077ord":"p",', '{"pass\\u0077ord":"***",'],
    ['{\\"password\\":\\"p\\",\\"a\\":\\"b', '{\\"password\\":\\"***\\",\\"a\\":\\"b'],
    ['password: my secret, with commas\nname: n', 'password: ***\nname: n'],
    ['password:\n  p\nname: n', 'password:\n  ***\nname: n'],
    ['a=1&pass%77ord=p q&b=2', 'a=1&pass%77ord=***&b=2'],
    ['a=1&pass%2577ord=p', 'a=1&pass%2577ord=***'],
    ['{:password => "p"}', '{:password => "***"}'],
    ['user.pin=1 2', 'user.pin=***'],
    ['&quot;pin&quot;: &quot;1&quot;', '&quot;pin&quot;: &quot;***'],
    ['&quot;pin=&quot;1&quot; a', '&quot;pin=&quot;***&quot; a'],
    ['Authorization: Bearer abc', 'Authorization: ***'],
  ])('masks %s as %s', (text, masked) => {
    expect(maskPairs(text, isSecretAnywhere)).toBe(masked);
  });

  test.each([
    '',
    'plain',
    'a: b',
    'password',
    '"password"',
    'password=',
    'password=&a=b',
    '{"password":""}',
  ])('leaves "%s"', (text) => {
    expect(maskPairs(text, isSecretAnywhere)).toBe(text);
  });

  // One that looks at the rest of the text for each part would take hours.
  test.each([
    ...[
      ':',
      '=',
      '"',
      "'",
      '\\',
      ' ',
      '":',
      '" :',
      '\\":',
      'a:',
      '"a":',
      '"password":"',
      'password=&',
      'token:"\\',
    ],
    ...[
      'password:""',
      '"password":"" ',
      '{"a":',
      'token[',
      '%',
      '%70',
      '\\u0070',
      '&#x70;',
      '&',
      '\n:',
      'a=\n',
    ],
  ])('reads a text that repeats %j once', (part) => {
    const text = part.repeat(1_000_000 / part.length);
    expect(maskPairs(text, isSecretAnywhere).length).toBeLessThanOrEqual(text.length * 2);
  });
});
