import { expect, test } from 'vitest';
import { pathBelow } from '../../../src/mock/http/path-below.ts';

test.each([
  ['/a/b', '/a', '/b'],
  ['/a', '/a', '/'],
  ['/a/', '/a', '/'],
  ['/ab', '/a', undefined],
  ['/b', '/a', undefined],
  ['/b', '', '/b'],
])('pathBelow(%j, %j) is %j', (path, base, expected) => {
  expect(pathBelow(path, base)).toBe(expected);
});
