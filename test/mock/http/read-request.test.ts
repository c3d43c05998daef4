import { describe, expect, test } from 'vitest';
import { readTarget } from '../../../src/mock/http/read-request.ts';

describe('readTarget', () => {
  test.each([
    ['/', '/', ''],
    ['/a/b.json?c=d?e', '/a/b.json', 'c=d?e'],
    ['/a?', '/a', ''],
    ['/a%2Fb?c=%20', '/a%2Fb', 'c=%20'],
    ['//a.test/b', '//a.test/b', ''],
    ['/a/../b/./c', '/b/c', ''],
    ['/a/%2e%2E/b', '/b', ''],
    ['/../../etc', '/etc', ''],
    ['/a?b=/../c', '/a', 'b=/../c'],
    ['/a#b?c', '/a', ''],
    ['/{a}?"b"', '/%7Ba%7D', '%22b%22'],
    // UTF-8 that a client sends as it is, as Node reads it.
    ['/caf\xc3\xa9?q=\xf0\x9f\x98\x80', '/caf%C3%A9', 'q=%F0%9F%98%80'],
    ['http://a.test/b?c', '/b', 'c'],
    ['HTTPS://a.test', '/', ''],
  ])('reads %s', (target, path, query) => {
    expect(readTarget(target)).toEqual({ path, query });
  });

  test.each(['*', '', 'a', 'a.test:80', 'ftp://a.test/', 'http://', '/a\\b'])(
    'gives up on "%s"',
    (target) => {
      expect(readTarget(target)).toBeUndefined();
    },
  );

  test.each(['/a/b?c=d', '/a/../b?c', '/{a}'])('writes %s as the URL standard does', (target) => {
    const { pathname, search } = new URL(`http://localhost${target}`);
    expect(readTarget(target)).toEqual({ path: pathname, query: search.slice(1) });
  });
});
