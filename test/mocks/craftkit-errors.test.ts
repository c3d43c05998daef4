import { describe, expect, test } from 'vitest';
import { createProviderMock } from '../support/provider-mock.ts';

const { ask, askBroken, findViolations } = await createProviderMock('craftkit');
const signedIn = { authorization: 'Bearer ck_test_x' };
const shares = '/v1/renders/0193c2c3-1111-7aaa-8bbb-000000000001/shares';

const post = (body: unknown, type = 'application/json'): RequestInit => ({
  method: 'POST',
  headers: { ...signedIn, 'content-type': type },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const invalid = (issues: { formErrors?: string[]; fieldErrors?: Record<string, string[]> }) => ({
  code: 'invalid_request',
  message: 'Request does not match the schema.',
  issues: { formErrors: [], fieldErrors: {}, ...issues },
});

describe('craftkit errors', () => {
  test.each<
    [
      kind: string,
      target: string,
      init: RequestInit,
      operation: string,
      status: number,
      error: unknown,
    ]
  >([
    [
      'missing credentials',
      shares,
      {},
      'listShares',
      401,
      { code: 'unauthorized', message: 'API key is missing, invalid or revoked.' },
    ],
    [
      'malformed JSON',
      shares,
      post('{'),
      'createShare',
      400,
      { code: 'invalid_json', message: 'Request body is not valid JSON.' },
    ],
    [
      'another media type',
      shares,
      post('a=b', 'text/plain'),
      'createShare',
      400,
      { code: 'invalid_json', message: 'Request body is not valid JSON.' },
    ],
    [
      'a missing field',
      shares,
      post({ channel: 'email' }),
      'createShare',
      400,
      invalid({ fieldErrors: { recipientEmail: ['Required'] } }),
    ],
    [
      'broken fields',
      shares,
      post({ message: 1, expiresAt: 'soon' }),
      'createShare',
      400,
      invalid({
        fieldErrors: { message: ['Expected string'], expiresAt: ['Expected format date-time'] },
      }),
    ],
    [
      'a body that is no object',
      shares,
      post([]),
      'createShare',
      400,
      invalid({ formErrors: ['Expected object'] }),
    ],
    [
      'an id that cannot exist, a bad body too',
      '/v1/renders/1/shares',
      post({ message: 1 }),
      'createShare',
      404,
      { code: 'not_found', message: 'Resource not found.' },
    ],
    [
      'an id that cannot exist',
      '/v1/renders/1/shares',
      { headers: signedIn },
      'listShares',
      404,
      { code: 'not_found', message: 'Resource not found.' },
    ],
  ])(
    'for %s are what the contract declares',
    async (_kind, target, init, operation, status, error) => {
      const response = await ask(target, init);
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toBe('application/json');
      expect(await findViolations(operation, response)).toEqual([]);
      expect(await response.json()).toEqual({ error });
    },
  );

  test.each<[kind: string, target: string, init: RequestInit, status: number, error: unknown]>([
    ['an unknown path', '/v2', {}, 404, { code: 'not_found', message: 'Resource not found.' }],
    [
      'an unknown method',
      shares,
      { method: 'PUT' },
      405,
      { code: 'invalid_request', message: 'Known methods: GET, POST, HEAD.' },
    ],
    [
      'an Accept header that nothing fits',
      shares,
      { headers: { ...signedIn, accept: 'text/csv' } },
      406,
      { code: 'invalid_request', message: 'Only JSON can be answered.' },
    ],
  ])('for %s have the same shape', async (_kind, target, init, status, error) => {
    const response = await ask(target, init);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({ error });
  });

  test('for an answer that breaks the contract are what it declares for 500', async () => {
    const headers = { ...signedIn, prefer: 'example=documented' };
    const response = await askBroken(shares, { headers });
    expect(response.status).toBe(500);
    expect(await findViolations('listShares', response)).toEqual([]);
    expect(await response.json()).toEqual({
      error: { code: 'internal', message: 'Unexpected server error.' },
    });
  });

  test('name the methods that are allowed', async () => {
    const { headers } = await ask(shares, { method: 'PUT' });
    expect(headers.get('allow')).toBe('GET, POST, HEAD');
  });
});
