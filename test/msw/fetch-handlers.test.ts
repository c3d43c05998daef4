import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { loadProject } from '../../src/apis/load-project.ts';
import { CONTROL_CONTRACT } from '../../src/apis/root.ts';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import { createMock, type Listener } from '../../src/mock/create-mock.ts';
import { fetchHandlers } from '../../src/msw/index.ts';

const PING = 'http://localhost:5212/api/v4/site/ping';
const contract = await loadContract(CONTROL_CONTRACT);
const loadControl = async () => contract;

const mock = createMock({ apis: await loadProject(), control: { loadContract: loadControl } });
let listener: Listener;
beforeAll(async () => {
  listener = await mock.listen();
});
afterAll(mock.close);

/** Answers by handlers until the test ends. */
async function use(...args: Parameters<typeof fetchHandlers>): Promise<void> {
  const server = setupServer(...(await fetchHandlers(...args)));
  server.listen({ onUnhandledFrame: 'error' });
  onTestFinished(() => server.close());
}

describe('fetchHandlers', () => {
  test('answers from a running mock', async () => {
    await use(listener.url);
    expect((await fetch(PING)).status).toBe(200);
    const sent = { method: 'PUT', body: 'é', headers: { 'content-type': 'text/plain' } };
    await fetch('http://localhost:5212/api/v4/share', sent);
    const [last] = mock.sandboxes.open('default').journal.entries().slice(-1);
    expect(last?.[1]).toMatchObject({ method: 'PUT', path: '/cloudreve/api/v4/share' });
  });

  test('answers in a sandbox, at hosts that are given', async () => {
    const hosts = { cloudreve: ['https://files.example.test/api/v4'] };
    await use(`${listener.url}/`, { hosts, sandbox: 'checkout' });
    expect((await fetch('https://files.example.test/api/v4/site/ping')).status).toBe(200);
    expect(mock.sandboxes.find('checkout')?.journal.total()).toBe(1);
  });

  test('finds a control API at another path', async () => {
    const control = { loadContract: loadControl, token: 'secret', path: '/__mock' };
    const other = createMock({ apis: await loadProject(), control });
    onTestFinished(other.close);
    const { url } = await other.listen();
    await use(url, { controlPath: '/__mock', token: 'secret' });
    expect((await fetch(PING)).status).toBe(200);
  });

  test('rejects where nothing listens', async () => {
    const other = createMock({});
    const { url } = await other.listen();
    await other.close();
    await expect(fetchHandlers(url)).rejects.toThrow(
      `Expected the APIs of a mock at ${url}/_mock/health, found no answer that may be read. Start it with "share-contracts mock"`,
    );
  });

  test.each<[what: string, answer: string]>([
    ['no JSON', 'hello'],
    ['other JSON', '{"apis":[{"name":"a"}]}'],
    ['no APIs', '{"status":"ok"}'],
    ['an API without a usable URL', '{"apis":[{"name":"a","url":"/","site":"/","servers":[]}]}'],
  ])('rejects a server that answers %s', async (_what, answer) => {
    const address = `data:application/json,${encodeURIComponent(answer)}#`;
    await expect(fetchHandlers(address)).rejects.toThrow('found something else.');
  });
});
