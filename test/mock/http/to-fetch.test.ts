import { describe, expect, test } from 'vitest';
import type { HttpRequest } from '../../../src/mock/http/message.ts';
import { toFetch } from '../../../src/mock/http/to-fetch.ts';

/** Sends a request, and gives what the server was asked. */
async function receive(request: Request): Promise<HttpRequest> {
  const received: HttpRequest[] = [];
  await toFetch(async (one) => {
    received.push(one);
    return { status: 204, headers: {} };
  })(request);
  const [first] = received;
  if (first === undefined) throw new Error('Nothing was asked.');
  return first;
}

describe('toFetch', () => {
  test.each([
    'http://EXAMPLE.com:80/a/../b?x=1#f',
    'http://x',
    'https://[::1]:99/?',
    'http://a/b?c?d#e?f',
    'http://a/%2f?%20#',
    'HTTP://ü.de/ü?ü',
    'http://a?q',
    'http://a#f?g',
    'http://a//b//?/c',
  ])('takes %s apart as a parser of URLs does', async (url) => {
    const { origin, path, query } = await receive(new Request(url));
    const parsed = new URL(url);
    expect([origin, path, query]).toEqual([parsed.origin, parsed.pathname, parsed.search.slice(1)]);
  });

  test('has no origin for a URL without a host', async () => {
    const { origin, path } = await receive(new Request('data:text/plain,hi'));
    expect([origin, path]).toEqual(['null', 'data:text/plain,hi']);
  });

  test('joins fields of one name, and keeps them apart as they were sent', async () => {
    const headers = new Headers([
      ['Accept', 'a/b'],
      ['accept', 'c/d'],
      ['X-One', '1'],
    ]);
    const received = await receive(new Request('http://a', { headers }));
    expect(received.headers.get('ACCEPT')).toBe('a/b, c/d');
    expect(received.headers.get('x-two')).toBeNull();
    expect(received.rawHeaders).toContain('x-one');
  });
});
