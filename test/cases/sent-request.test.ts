import { describe, expect, test } from 'vitest';
import { toCurl } from '../../src/cases/sent-request.ts';

describe('toCurl', () => {
  test.each([
    [{ method: 'GET', target: '/a?b=1', headers: {} }, `curl 'http://a.test/a?b=1'`],
    [
      { method: 'POST', target: '/a', headers: { 'x-a': "it's" }, body: '{}' },
      `curl -X POST -H 'x-a: it'\\''s' -d '{}' 'http://a.test/a'`,
    ],
    [
      { method: 'PUT', target: '/a', headers: {}, body: new FormData() },
      `curl -X PUT -F … 'http://a.test/a'`,
    ],
  ])('writes %j as one command', (sent, command) => {
    expect(toCurl('http://a.test', sent)).toBe(command);
  });
});
