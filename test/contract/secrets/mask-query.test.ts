import { describe, expect, test } from 'vitest';
import { maskQuery } from '../../../src/contract/secrets/mask-query.ts';
import { createSecretTest, isSecretAnywhere } from '../../../src/contract/secrets/secret-name.ts';

const isSecret = createSecretTest(new Set(['appid', 'user[pin]', 'пароль']));

describe('maskQuery', () => {
  test.each([
    ['apikey=abc&ticket=def&limit=5', 'apikey=***&ticket=***&limit=5'],
    ['appid=abc&APPID=def', 'appid=***&APPID=***'],
    ['user[pin]=1&user[name]=2', 'user[pin]=***&user[name]=2'],
    ['user%5Bpin%5D=1', 'user%5Bpin%5D=***'],
    ['%74icket=abc', '%74icket=***'],
    ['%zz=1&x%=2&ticket%20=abc', '%zz=1&x%=2&ticket%20=***'],
    [`${encodeURIComponent('пароль')}=abc`, `${encodeURIComponent('пароль')}=***`],
    ['password=a=b;c', 'password=***'],
    ['password=a%26b', 'password=***'],
    ['page=2?ticket=abc', 'page=***'],
    ['page=2;ticket=abc', 'page=***'],
    ['page=2#access_token=abc', 'page=***'],
    ['next=https%3A%2F%2Fa.test%2F%3Fx%3D1%26token%3Dabc', 'next=***'],
    ['filter={"a":1,"password":"abc"}', 'filter=***'],
    ['filter=%7B%22a%22%3A1%2C+%22password%22%3A%22abc%22%7D', 'filter=***'],
    ['%74oken%3Dabc', '***'],
    ['{"password":"a=b"}', '***'],
  ])('masks the secrets of %s', (query, masked) => {
    expect(maskQuery(query, isSecret)).toBe(masked);
  });

  test.each([
    '',
    'ticket=',
    'ticket',
    'page=2&page_size=10',
    'q=token',
    'expires_at__gte=2025-04-01T11:08:35Z&sort=a:desc,b:asc',
    'next=%2Fa%3Fx%3D1&name=%E2%82%AC+x',
  ])('leaves "%s"', (query) => {
    expect(maskQuery(query, isSecret)).toBe(query);
  });

  test('goes by names alone where no contract is known', () => {
    expect(maskQuery('appid=abc&ticket=def', isSecretAnywhere)).toBe('appid=abc&ticket=***');
  });
});
