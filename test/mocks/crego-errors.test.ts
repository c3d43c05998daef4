import { describe, expect, test } from 'vitest';
import { createProviderMock } from '../support/provider-mock.ts';

const { ask, askBroken, findViolations } = await createProviderMock('crego');
const signedIn = { authorization: 'Bearer x' };
const shares = '/documents/01JQ8NZY29A8XYWQ1ZAQR4KRJD/shares/';

const post = (body: string, type = 'application/json'): RequestInit => ({
  method: 'POST',
  headers: { ...signedIn, 'content-type': type },
  body,
});

describe('crego errors', () => {
  test.each<
    [
      kind: string,
      target: string,
      init: RequestInit,
      operation: string,
      status: number,
      body: unknown,
    ]
  >([
    [
      'missing credentials',
      shares,
      {},
      'listShares',
      401,
      { detail: 'Authentication credentials were not provided.' },
    ],
    [
      'malformed JSON',
      shares,
      post('{'),
      'createShare',
      400,
      { detail: expect.stringMatching(/^JSON parse error - .*JSON/) },
    ],
    [
      'a missing field',
      shares,
      post('{}'),
      'createShare',
      400,
      { expires_at: ['This field is required.'] },
    ],
    [
      'null in a field',
      shares,
      post('{"expires_at":null}'),
      'createShare',
      400,
      { expires_at: ['This field may not be null.'] },
    ],
    [
      'a field of another type',
      shares,
      post('{"expires_at":1}'),
      'createShare',
      400,
      { expires_at: ['Not a valid string.'] },
    ],
    [
      'a field that is no date-time',
      shares,
      post('{"expires_at":"soon"}'),
      'createShare',
      400,
      { expires_at: [expect.stringMatching(/^Datetime has wrong format\. Use/)] },
    ],
    [
      'a body that is no object',
      shares,
      post('[]'),
      'createShare',
      400,
      { non_field_errors: ['Not a valid object.'] },
    ],
    [
      'no body',
      shares,
      { method: 'POST', headers: signedIn },
      'createShare',
      400,
      { non_field_errors: ['This field is required.'] },
    ],
    [
      'a broken filter',
      `${shares}?page_size=0&expires_at_gte=soon`,
      { headers: signedIn },
      'listShares',
      400,
      { page_size: ['Expected >= 1.'], expires_at_gte: [expect.stringMatching(/^Datetime/)] },
    ],
    [
      'a page number below 1',
      `${shares}?page=0`,
      { headers: signedIn },
      'listShares',
      404,
      { detail: 'Invalid page.' },
    ],
    [
      'a page number that is none',
      `${shares}?page=x`,
      { headers: signedIn },
      'listShares',
      404,
      { detail: 'Invalid page.' },
    ],
    [
      'a broken filter and page number',
      `${shares}?page=0&page_size=0`,
      { headers: signedIn },
      'listShares',
      400,
      { page: ['Expected >= 1.'], page_size: ['Expected >= 1.'] },
    ],
    [
      'an id that cannot exist',
      '/documents/1/shares/',
      { headers: signedIn },
      'listShares',
      404,
      { detail: 'Not found.' },
    ],
  ])(
    'for %s are what the contract declares',
    async (_kind, target, init, operation, status, body) => {
      const response = await ask(target, init);
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toBe('application/json');
      expect(await findViolations(operation, response)).toEqual([]);
      expect(await response.json()).toEqual(body);
    },
  );

  test.each<[kind: string, target: string, init: RequestInit, status: number, detail: string]>([
    ['an unknown path', '/no', {}, 404, 'Not found.'],
    ['an unknown method', shares, { method: 'PUT' }, 405, 'Method "PUT" not allowed.'],
    [
      'another media type',
      shares,
      post('<a/>', 'text/xml'),
      415,
      'Unsupported media type "text/xml" in request.',
    ],
    [
      'an Accept header that nothing fits',
      shares,
      { headers: { ...signedIn, accept: 'text/csv' } },
      406,
      'Could not satisfy the request Accept header.',
    ],
  ])('for %s have a detail', async (_kind, target, init, status, detail) => {
    const response = await ask(target, init);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({ detail });
  });

  test('for an answer that breaks the contract are a server error', async () => {
    const response = await askBroken(shares, { headers: signedIn });
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ detail: 'A server error occurred.' });
  });

  test('name the scheme of authentication', async () => {
    expect((await ask(shares)).headers.get('www-authenticate')).toBe('Bearer realm="api"');
  });

  test('name the methods that are allowed', async () => {
    const { headers } = await ask(shares, { method: 'PUT' });
    expect(headers.get('allow')).toBe('GET, POST, HEAD');
  });
});
