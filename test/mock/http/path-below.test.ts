import { expect, test } from 'vitest';
import { pathBelow } from '../../../src/mock/http/path-below.ts';

test.each([
  ['/a/b', '/a', '/b'],
  ['/a', '/a', '/'],
  ['/a/', '/a', '/'],
  ['/ab', '/a', undefined],
  ['/b', '/a', undefined],
  ['/b', '', '/b'],
  ['/%61/b%2Fc', '/a', '/b%2Fc'],
  ['/%61', '/a', '/'],
  ['/%61b', '/a', undefined],
  ['/a%2Fb', '/a', undefined],
  ['/caf%c3%a9/v1/%7Ex', '/caf%C3%A9/v1', '/%7Ex'],
  ['/%40me/x', '/@me', '/x'],
  ['/100%25/x', '/100%', '/x'],
  ['/100%zz/x', '/100%', undefined],
  ['/%5Fmock', '/_mock', '/'],
  ['/%', '/a/b', undefined],
])('pathBelow(%j, %j) is %j', (path, base, expected) => {
  expect(pathBelow(path, base)).toBe(expected);
});
