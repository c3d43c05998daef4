import { describe, expect, test } from 'vitest';
import { CONTROL_CONTRACT } from '../../../src/apis/root.ts';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import { createMock } from '../../../src/mock/create-mock.ts';

const PAGE = 'http://localhost:5173';
const CLOCK = 'http://127.0.0.1:4010/_mock/sandboxes/default/clock';

const contract = await loadContract(CONTROL_CONTRACT);
const loadControl = async () => contract;
const control = { loadContract: loadControl, token: 'secret', origins: [PAGE] };
const { fetch } = createMock({ control });

const preflight = (origin: string, more = {}) =>
  new Request(CLOCK, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'authorization,content-type',
      'sec-fetch-site': 'cross-site',
      ...more,
    },
  });
const get = (origin: string, more = {}) => new Request(CLOCK, { headers: { origin, ...more } });
const sent = { authorization: 'Bearer secret' };

/** What a response says to browsers. */
const readCors = ({ headers }: Response) =>
  Object.fromEntries(
    [...headers].filter(([name]) => name.startsWith('access-control-') || name === 'vary'),
  );

describe('the control API', () => {
  test('tells a page of a named origin what it may send', async () => {
    const response = await fetch(preflight(PAGE));
    expect(response.status).toBe(204);
    expect(readCors(response)).toEqual({
      'access-control-allow-origin': PAGE,
      'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers':
        'authorization, content-type, mcp-protocol-version, mcp-session-id, mcp-method, mcp-name',
      vary: 'origin',
    });
  });

  test('lets a public page reach a private network, where it asks', async () => {
    const response = await fetch(
      preflight(PAGE, { 'access-control-request-private-network': 'true' }),
    );
    expect(response.headers.get('access-control-allow-private-network')).toBe('true');
  });

  test('answers such a page that sends the token', async () => {
    const response = await fetch(get(PAGE, { 'sec-fetch-site': 'cross-site', ...sent }));
    expect(response.status).toBe(200);
    expect(readCors(response)).toEqual({
      'access-control-allow-origin': PAGE,
      'access-control-expose-headers': expect.stringContaining('content-type'),
      vary: 'origin',
    });
  });

  test('lets such a page read why it is refused without the token', async () => {
    const response = await fetch(get(PAGE));
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([
      401,
      PAGE,
    ]);
    expect(response.headers.get('access-control-expose-headers')).toContain('www-authenticate');
  });

  test.each<[what: string, request: Request, status: number]>([
    ['a question of another origin', preflight('http://localhost:5174'), 403],
    ['a page of another origin with the token', get('http://evil.test', sent), 403],
    ['a page without an origin of its own', get('null', sent), 403],
    ['a caller that is no page', new Request(CLOCK, { headers: sent }), 200],
    ['a page of the mock itself', get('http://127.0.0.1:4010', sent), 200],
  ])('allows %s to read nothing more than before', async (_what, request, status) => {
    const response = await fetch(request);
    expect([response.status, readCors(response)]).toEqual([status, { vary: 'origin' }]);
  });

  test('says nothing of origins where none is named', async () => {
    const { fetch: ask } = createMock({ control: { loadContract: loadControl, token: 'secret' } });
    for (const request of [preflight(PAGE), get(PAGE, sent)]) {
      const response = await ask(request);
      expect([response.status, readCors(response)]).toEqual([403, {}]);
    }
  });
});
