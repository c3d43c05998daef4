import { describe, expect, test } from 'vitest';
import { refuseCaller } from '../../../src/mock/control/refuse-caller.ts';
import { httpRequest } from '../../support/http-request.ts';

interface Caller {
  readonly address?: string | undefined;
  readonly origin?: string;
  readonly token?: string;
  readonly headers?: Record<string, string>;
}

function refuse({ address = '127.0.0.1', origin = 'http://127.0.0.1', token, headers }: Caller) {
  const request = { ...httpRequest('GET', headers), origin, readRemoteAddress: () => address };
  return refuseCaller(request, token)?.status;
}

describe('refuseCaller', () => {
  test.each<[caller: Caller, status: number | undefined]>([
    [{}, undefined],
    [{ address: '192.168.0.7' }, 403],
    [{ origin: 'http://evil.test:4010' }, 403],
    [{ origin: 'http://localhost:99999' }, 403],
  ])('lets only this machine call, by a name of its own: %j', (caller, status) => {
    expect(refuse(caller)).toBe(status);
  });

  test.each<[authorization: string, status: number | undefined]>([
    ['', 401],
    ['Bearer', 401],
    ['Bearer other', 401],
    ['Bearer secret2', 401],
    ['Bearer secret', undefined],
    ['bearer secret', undefined],
  ])('wants the token of everybody where there is one: %j', (authorization, status) => {
    const headers = { authorization };
    expect(refuse({ headers, token: 'secret' })).toBe(status);
    expect(refuse({ headers, token: 'secret', address: '192.168.0.7' })).toBe(status);
  });

  test.each<[headers: Record<string, string>, status: number | undefined]>([
    [{ origin: 'http://127.0.0.1' }, undefined],
    [{ origin: 'http://evil.test' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1' }, 403],
    [{ 'sec-fetch-site': 'none' }, undefined],
    // A proxy in front speaks TLS.
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://127.0.0.1' }, undefined],
  ])('lets no page of another origin call: %j', (headers, status) => {
    expect(refuse({ headers })).toBe(status);
  });

  const page = (origin: string, more = {}) => ({ origin, 'sec-fetch-site': 'same-site', ...more });
  const sent = { authorization: 'Bearer secret' };

  test.each<
    [headers: Record<string, string>, token: string | undefined, status: number | undefined]
  >([
    [page('http://localhost:5173', sent), 'secret', undefined],
    [{ origin: 'http://localhost:5173', ...sent }, 'secret', undefined],
    [page('http://localhost:5173'), 'secret', 401],
    [page('http://localhost:5173', { authorization: 'Bearer other' }), 'secret', 401],
    // Without a token a list of origins admits nobody.
    [page('http://localhost:5173', sent), undefined, 403],
    [page('http://localhost:5174', sent), 'secret', 403],
    [page('https://localhost:5173', sent), 'secret', 403],
    [page('http://localhost:5173.evil.test', sent), 'secret', 403],
    [page('null', sent), 'secret', 403],
    // Such as a picture: a browser sends no origin with it.
    [{ 'sec-fetch-site': 'same-site', ...sent }, 'secret', 403],
  ])(
    'lets a page of a named origin call with the token: %j, token %s',
    (headers, token, status) => {
      const request = { ...httpRequest('GET', headers), origin: 'http://127.0.0.1' };
      expect(refuseCaller(request, token, ['http://localhost:5173'])?.status).toBe(status);
    },
  );
});
