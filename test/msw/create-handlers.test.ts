import https from 'node:https';
import { text } from 'node:stream/consumers';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { loadProject } from '../../src/apis/load-project.ts';
import { createMock } from '../../src/mock/create-mock.ts';
import { createHandlers } from '../../src/msw/index.ts';

const mock = createMock({ apis: await loadProject() });
const server = setupServer(
  ...createHandlers(mock, { hosts: { cloudreve: ['https://files.example.test/api/v4'] } }),
  http.get('https://other.test/', () => HttpResponse.text('other')),
);
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => {
  server.resetHandlers();
  for (const sandbox of mock.sandboxes.list()) sandbox.reset();
});
afterAll(() => server.close());

const DOCUMENT = '01JVVJNAVTB19FN3F7W1NHBPT6';
const SHARES = `https://preprod.api.crego.io/documents/${DOCUMENT}/shares/`;
const RENDER_SHARES =
  'https://api.craftkit.dev/v1/renders/0193c2c3-1111-7aaa-8bbb-000000000001/shares';
const headers = { authorization: 'Bearer x', 'content-type': 'application/json' };
const sandbox = mock.sandboxes.open('default');

async function countShares(more: Record<string, string> = {}): Promise<number> {
  const response = await fetch(SHARES, { headers: { ...headers, ...more } });
  const { count } = await response.json();
  return count;
}

const createShare = () =>
  fetch(SHARES, {
    method: 'POST',
    headers,
    body: JSON.stringify({ expires_at: '2025-08-01T05:38:35+00:00' }),
  });

describe('createHandlers', () => {
  test('answers the hosts that the contracts name, over the state of the mock', async () => {
    const before = await countShares();
    expect((await createShare()).status).toBe(201);
    expect(await countShares()).toBe(before + 1);
  });

  test.each([
    ['http://localhost:5212/api/v4/site/ping', 200],
    ['https://files.example.test/api/v4/site/ping', 200],
    [RENDER_SHARES, 200],
    ['https://export.writer.zoho.com/unknown', 404],
    ['http://export.writer.zoho.com/unknown', 404],
  ])('answers %s with %d', async (url, status) => {
    expect((await fetch(url, { headers })).status).toBe(status);
  });

  test.each([
    'https://api.craftkit.dev.evil.test/v1/renders',
    'http://api.craftkit.dev/v1/renders',
    'https://api.craftkit.dev:8443/v1/renders',
    'https://files.example.tests/api/v4/site/ping',
  ])('leaves %s to others', async (url) => {
    await expect(fetch(url)).rejects.toThrow();
    expect(sandbox.journal.total()).toBe(0);
  });

  test('leaves the hosts of other handlers to them', async () => {
    expect(await (await fetch('https://other.test/')).text()).toBe('other');
  });

  test('gives way to a handler that is added', async () => {
    server.use(http.get(SHARES, () => HttpResponse.json({ count: -1 })));
    expect(await countShares()).toBe(-1);
  });

  test('answers in a sandbox by its name', async () => {
    server.resetHandlers(...createHandlers(mock, { sandbox: 'checkout' }));
    await createShare();
    server.resetHandlers(...createHandlers(mock));
    const [here, there] = [
      await countShares(),
      await countShares({ 'x-mock-sandbox': 'checkout' }),
    ];
    expect(there).toBe(here + 1);
  });

  test('writes links that lead to the host of the provider, and answers them', async () => {
    const { shares } = await (await fetch(RENDER_SHARES, { headers })).json();
    const [{ shareUrl }] = shares;
    expect(shareUrl).toMatch(/^https:\/\/api\.craftkit\.dev\/share\/cks_/);
    const page = await fetch(shareUrl);
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      expect.stringMatching('html'),
    ]);
  });

  test('follows redirects, or shows them', async () => {
    const unslashed = SHARES.replace(/\/$/, '');
    const shown = await fetch(unslashed, { headers, redirect: 'manual' });
    expect([shown.status, shown.headers.get('location')]).toEqual([301, SHARES]);
    const followed = await fetch(unslashed, { headers });
    expect([followed.status, followed.url]).toEqual([200, SHARES]);
  });

  test.each(['HEAD', 'OPTIONS'])('answers %s without a body', async (method) => {
    const asking = { origin: 'http://a.test', 'access-control-request-method': 'GET' };
    const response = await fetch(SHARES, { method, headers: { ...headers, ...asking } });
    expect([response.ok, await response.text()]).toEqual([true, '']);
  });

  test('answers without content', async () => {
    const created: { id: string } = await (await createShare()).json();
    const response = await fetch(`${SHARES}${created.id}/`, { method: 'DELETE', headers });
    expect([response.status, await response.text()]).toEqual([204, '']);
  });

  test('answers a request of node:https', async () => {
    const sent = https.request(SHARES, { method: 'GET', headers });
    const body = await new Promise<string>((resolve, reject) => {
      sent.on('response', (response) => void text(response).then(resolve, reject));
      sent.on('error', reject).end();
    });
    expect(JSON.parse(body)).toMatchObject({ count: await countShares() });
  });

  test.each<[outcome: 'reset' | 'truncate']>([['reset'], ['truncate']])(
    'loses the connection where a fault of the sandbox says %s',
    async (outcome) => {
      sandbox.faults = [{ outcome, rate: 1 }];
      const reading = fetch(SHARES, { headers }).then((response) => response.text());
      await expect(reading).rejects.toThrow(TypeError);
    },
  );

  test('ends a request that is aborted while the answer is delayed', async () => {
    sandbox.faults = [{ delay: 60_000, rate: 1 }];
    const aborting = new AbortController();
    const asking = fetch(SHARES, { headers, signal: aborting.signal });
    setImmediate(() => aborting.abort());
    await expect(asking).rejects.toThrow(/aborted/);
  });

  test('passes cookies on, both ways', async () => {
    const found: (string | null)[] = [];
    const cookies = ['a=1; Path=/', 'b=2'];
    const serving = {
      listApis: mock.listApis,
      fetch: async (request: Request) => {
        found.push(request.headers.get('cookie'));
        return new Response(null, {
          headers: cookies.map((cookie): [string, string] => ['set-cookie', cookie]),
        });
      },
    };
    server.resetHandlers(...createHandlers(serving));
    const response = await fetch(SHARES, { headers: { cookie: 'c=3' } });
    expect([found, response.headers.getSetCookie()]).toEqual([['c=3'], cookies]);
  });

  test.each([
    [{ hosts: { crego2: ['https://a.test'] } }, 'hosts: Unknown API "crego2".'],
    [
      { hosts: { crego: ['a.test'] } },
      'hosts.crego: expected a URL such as "https://api.example.com/v1", found "a.test".',
    ],
    [
      { sandbox: 'a/b' },
      'sandbox: expected 1 to 64 letters, digits, ".", "_" or "-", found "a/b".',
    ],
  ])('refuses %j', (options, message) => {
    expect(() => createHandlers(mock, options)).toThrow(message);
  });
});
