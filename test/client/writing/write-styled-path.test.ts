import { describe, expect, test } from 'vitest';
import { writeStyledPath } from '../../../src/client/writing/write-styled-path.ts';

describe('writeStyledPath', () => {
  test.each<[template: string, values: Readonly<Record<string, unknown>>, path: string]>([
    ['/a', {}, '/a'],
    ['/{a}/{b}', { a: 'x/y', b: 'é?' }, '/x%2Fy/%C3%A9%3F'],
    ['/{a}', { a: false }, '/false'],
    ['/{a*}', { a: [1, 2] }, '/1,2'],
    ['/{.a*}', { a: 5 }, '/.5'],
    ['/{;a*}', { a: 'x;y' }, '/;a=x%3By'],
    ['/{.a}', { a: { b: 1 } }, '/.b,1'],
    ['/{;user id}', { 'user id': 1 }, '/;user%20id=1'],
    ['/{a}{;b}{.c}', { a: 1, b: 2, c: 3 }, '/1;b=2.3'],
    ['/{toString}', { toString: 'own' }, '/own'],
  ])('writes %s with %j as %s', (template, values, path) => {
    expect(writeStyledPath(template, values)).toBe(path);
  });

  test.each([
    ['/{a}', {}, 'a'],
    ['/{.a}', { a: null }, 'a'],
    ['/{;a*}', { a: undefined }, 'a'],
    ['/{toString}', {}, 'toString'],
    ['/{__proto__}', {}, '__proto__'],
  ])('refuses %s with %j', (template, values, name) => {
    expect(() => writeStyledPath(template, values)).toThrow(
      new TypeError(`path parameter "${name}": expected a value, found none`),
    );
  });
});
