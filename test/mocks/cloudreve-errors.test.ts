import { describe, expect, test } from 'vitest';
import { formatError } from '../../mocks/cloudreve/errors.ts';
import { createProviderMock } from '../support/provider-mock.ts';

const { ask, askBroken, findViolations } = await createProviderMock('cloudreve');
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const correlationId = 'b4351ecc-ee1a-4455-bc94-2c3dbcc58538';
const signedIn = { authorization: 'Bearer x' };

const send = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { ...signedIn, 'content-type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const user = { email: 'user@cloudreve.org', password: 'P@ssw0rd' };

describe('cloudreve errors', () => {
  test.each<[kind: string, target: string, init: RequestInit, operation: string, msg: string]>([
    ['malformed JSON', '/share', send('PUT', '{'), 'createShare', 'Parameter error'],
    ['an empty body', '/share', send('PUT', ''), 'createShare', 'Parameter error'],
    ['a body of another type', '/share', send('PUT', []), 'createShare', 'JSON marshall error'],
    ['a missing field', '/share', send('PUT', {}), 'createShare', 'Uri cannot be empty'],
    [
      'a field of another type',
      '/share',
      send('PUT', { uri: 1 }),
      'createShare',
      'JSON marshall error',
    ],
    [
      'another type beside a missing field',
      '/share',
      send('PUT', { expire: 'x' }),
      'createShare',
      'JSON marshall error',
    ],
    [
      'an empty text for a number',
      '/share',
      send('PUT', { expire: '' }),
      'createShare',
      'JSON marshall error',
    ],
    [
      'a password with other characters',
      '/share',
      send('PUT', { uri: 'cloudreve://my/a', password: 'a b' }),
      'createShare',
      'Invalid parameters.',
    ],
    [
      'a long password beside a URI of another scheme',
      '/share',
      send('PUT', { uri: 'https://example.com/a', password: 'x'.repeat(33) }),
      'createShare',
      'Password too long',
    ],
    [
      'ids that are missing',
      '/share',
      send('DELETE', {}),
      'deleteShares',
      'ShareIDs cannot be empty',
    ],
    [
      'ids that are null',
      '/share',
      send('DELETE', { ids: null }),
      'deleteShares',
      'ShareIDs cannot be empty',
    ],
    [
      'an empty e-mail address',
      '/session/token',
      send('POST', { ...user, email: '' }),
      'signIn',
      'Email cannot be empty',
    ],
    [
      'no e-mail address',
      '/session/token',
      send('POST', { ...user, email: 'x' }),
      'signIn',
      'Email format error',
    ],
    [
      'a short password',
      '/session/token',
      send('POST', { ...user, password: 'x' }),
      'signIn',
      'Password too short',
    ],
    [
      'a long password',
      '/session/token',
      send('POST', { ...user, password: 'x'.repeat(129) }),
      'signIn',
      'Password too long',
    ],
    [
      'a missing page size',
      '/share',
      { headers: signedIn },
      'listMyShares',
      'PageSize cannot be empty',
    ],
    [
      'an empty page size',
      '/share?page_size=',
      { headers: signedIn },
      'listMyShares',
      'PageSize cannot be empty',
    ],
    [
      'a page size of zero',
      '/share?page_size=0',
      { headers: signedIn },
      'listMyShares',
      'PageSize cannot be empty',
    ],
    [
      'a small page size',
      '/share?page_size=9',
      { headers: signedIn },
      'listMyShares',
      'PageSize too short',
    ],
    [
      'a large page size',
      '/share?page_size=101',
      { headers: signedIn },
      'listMyShares',
      'PageSize too long',
    ],
    [
      'a page size that is no number',
      '/share?page_size=x',
      { headers: signedIn },
      'listMyShares',
      'Parameter error',
    ],
  ])(
    'for %s are code 40001 without a correlation id',
    async (_kind, target, init, operation, msg) => {
      const response = await ask(target, init);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('private, no-cache');
      expect(await findViolations(operation, response)).toEqual([]);
      expect(await response.json()).toEqual({ code: 40001, msg });
    },
  );

  test.each<
    [kind: string, target: string, init: RequestInit, operation: string, code: number, msg: string]
  >([
    ['missing credentials', '/share?page_size=10', {}, 'listMyShares', 401, 'Login required'],
    [
      'an id that cannot be decoded',
      '/share/a-b',
      { method: 'DELETE', headers: signedIn },
      'deleteShare',
      40001,
      'Failed to parse object ID',
    ],
    [
      'an id that cannot be decoded, a bad body too',
      '/share/a-b',
      send('POST', {}),
      'editShare',
      40001,
      'Failed to parse object ID',
    ],
    [
      'a URI of another scheme',
      '/share',
      send('PUT', { uri: 'https://example.com/a' }),
      'createShare',
      40001,
      'unknown uri',
    ],
    [
      'an id of a list that cannot be decoded',
      '/share',
      send('DELETE', { ids: ['g2guA', 'a-b'] }),
      'deleteShares',
      -1,
      '',
    ],
    ['null for an id of a list', '/share', send('DELETE', { ids: [null] }), 'deleteShares', -1, ''],
  ])('for %s have a correlation id', async (_kind, target, init, operation, code, msg) => {
    const response = await ask(target, init);
    expect(response.status).toBe(200);
    expect(await findViolations(operation, response)).toEqual([]);
    expect(await response.json()).toEqual({
      code,
      msg,
      correlation_id: expect.stringMatching(UUID),
    });
  });

  test.each([
    ['repeat a correlation id that is a UUID', correlationId, correlationId],
    ['replace a correlation id that is none', 'mine', expect.stringMatching(UUID)],
  ])('%s', async (_fact, sent, expected) => {
    const response = await ask('/share?page_size=10', { headers: { 'x-cr-correlation-id': sent } });
    expect(await response.json()).toMatchObject({ code: 401, correlation_id: expected });
  });

  test.each([
    ['an unknown path', '/no', {}],
    ['an unknown method', '/share', { method: 'PATCH' }],
  ])('for %s are the text of the framework', async (_kind, target, init) => {
    const response = await ask(target, init);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('text/plain');
    expect(await response.text()).toBe('404 page not found');
  });

  test('for an answer that breaks the contract are an empty 500', async () => {
    const response = await askBroken('/share?page_size=10', { headers: signedIn });
    expect([response.status, response.headers.get('content-type')]).toEqual([500, null]);
    expect(await response.text()).toBe('');
  });

  test('do not come from the Content-Type, which the server does not look at', async () => {
    const init = send('POST', user);
    const response = await ask('/session/token', {
      ...init,
      headers: { 'content-type': 'text/plain' },
    });
    expect(await response.json()).toMatchObject({ code: 0 });
  });

  test('do not come from the Accept header, which the server does not look at', async () => {
    const headers = { ...signedIn, accept: 'text/csv' };
    const response = await ask('/share?page_size=10', { headers });
    expect(await response.json()).toMatchObject({ code: 0 });
  });

  test.each(['unsupported-media-type', 'not-acceptable'] as const)(
    'say no more than a parameter error for %s, which the server does not know',
    (kind) => {
      const request = {
        method: 'GET',
        path: '/',
        query: new URLSearchParams(),
        headers: new Headers(),
        operation: undefined,
      };
      expect(formatError({ kind, violations: [] }, request)).toMatchObject({
        status: 200,
        body: { code: 40001, msg: 'Parameter error' },
      });
    },
  );
});
