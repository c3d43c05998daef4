import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadProject } from '../../src/apis/load-project.ts';
import { CONTROL_CONTRACT } from '../../src/apis/root.ts';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import { createMock, type Listener, type Mock } from '../../src/mock/create-mock.ts';
import type { FetchHandlerOptions } from '../../src/msw/index.ts';
import { type OpenedPage, openPage, startBrowser } from './open-page.ts';
import type { App, Seen } from './page.ts';

declare global {
  var app: App;
}

const TOKEN = 'dev';
const SHARES = 'https://preprod.api.crego.io/documents/01JVVJNAVTB19FN3F7W1NHBPT6/shares/';
const headers = { authorization: 'Bearer x', 'content-type': 'application/json' };

let browser: Browser;
let opened: OpenedPage;
let mock: Mock;
let listener: Listener;

beforeAll(async () => {
  browser = await startBrowser();
  opened = await openPage(browser, new URL('./page.ts', import.meta.url));
  const control = {
    loadContract: () => loadContract(CONTROL_CONTRACT),
    token: TOKEN,
    origins: [opened.origin],
  };
  mock = createMock({ apis: await loadProject(), control });
  listener = await mock.listen();
  await start({ token: TOKEN });
});
afterAll(async () => {
  await opened?.[Symbol.asyncDispose]();
  await browser?.close();
  await mock?.close();
});
beforeEach(() => mock.sandboxes.open('default').reset());

const start = (options: FetchHandlerOptions) =>
  opened.page.evaluate(([url, given]) => app.start(url, given), [listener.url, options] as const);
const ask = (url: string, init: RequestInit = {}): Promise<Seen | string> =>
  opened.page.evaluate(([target, given]) => app.ask(target, given), [url, init] as const);

async function count(): Promise<number> {
  const seen = await ask(SHARES, { headers });
  if (typeof seen === 'string') throw new Error(seen);
  return JSON.parse(seen.text).count;
}

describe('fetchHandlers in a browser', () => {
  test('answer the hosts that the contracts name, over the state of the mock', async () => {
    const before = await count();
    const body = JSON.stringify({ expires_at: '2025-08-01T05:38:35+00:00' });
    const created = await ask(SHARES, { method: 'POST', headers, body });
    expect(created).toMatchObject({ status: 201, url: SHARES });
    expect(await count()).toBe(before + 1);
  });

  test('answer without content', async () => {
    const listed = await ask(SHARES, { headers });
    const { results } = JSON.parse(typeof listed === 'string' ? '{}' : listed.text);
    const removed = await ask(`${SHARES}${results[0].id}/`, { method: 'DELETE', headers });
    expect(removed).toMatchObject({ status: 204, text: '' });
  });

  test('follow redirects', async () => {
    expect(await ask(SHARES.replace(/\/$/, ''), { headers })).toMatchObject({ status: 200 });
  });

  test.each<[outcome: 'reset' | 'truncate']>([['reset'], ['truncate']])(
    'lose the connection where a fault of the sandbox says %s',
    async (outcome) => {
      mock.sandboxes.open('default').faults = [{ outcome, rate: 1 }];
      expect(await ask(SHARES, { headers })).toMatch(/^TypeError/);
    },
  );

  test('leave other hosts alone', async () => {
    expect(await ask('/page.js')).toMatchObject({ status: 200, url: `${opened.origin}/page.js` });
    expect(mock.sandboxes.open('default').journal.total()).toBe(0);
  });

  test('say what to do where the page may not ask the mock', async () => {
    await expect(start({})).rejects.toThrow(/found status 401: .*the control token/s);
    const other = await openPage(browser, new URL('./page.ts', import.meta.url));
    const starting = other.page.evaluate(([url, token]) => app.start(url, { token }), [
      listener.url,
      TOKEN,
    ] as const);
    await expect(starting).rejects.toThrow(
      `no answer that may be read. Start it with "share-contracts mock", and for a page with --control-origin ${other.origin}`,
    );
    await other[Symbol.asyncDispose]();
  });
});

describe('the control API in a browser', () => {
  test('lets a page of a named origin move the clock with the token', async () => {
    const clock = `${listener.url}/_mock/sandboxes/default/clock`;
    const move = (authorization: string) =>
      ask(`${clock}/advance`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ by: 'P7D' }),
      });
    expect(await move(`Bearer ${TOKEN}`)).toMatchObject({ status: 200 });
    expect(await move('Bearer other')).toMatchObject({ status: 401 });
  });
});
