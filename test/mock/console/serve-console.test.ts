import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildConsole } from '../../../packaging/console/build-console.ts';
import { CONTROL_CONTRACT } from '../../../src/apis/root.ts';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import { createMock, type MockOptions } from '../../../src/mock/create-mock.ts';
import { contractOf } from '../../support/test-contract.ts';

const control = await loadContract(CONTROL_CONTRACT);
const responses = { 200: { content: { 'application/json': { example: {} } } } };
const contract = contractOf({ paths: { '/': { get: { operationId: 'getRoot', responses } } } });
const HTML = { accept: 'text/html,*/*;q=0.8' };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'share-contracts-test-'));
  await buildConsole(folder);
  await writeFile(join(folder, '..', 'share-contracts-secret.js'), 'secret');
});
afterAll(async () => {
  await rm(join(folder, '..', 'share-contracts-secret.js'));
  await rm(folder, { recursive: true });
});

function askOf(
  given: Partial<NonNullable<MockOptions['control']>> = {},
  more: Partial<MockOptions> = {},
) {
  const mock = createMock({
    apis: [{ name: 'shop', mount: '/shop', contract }],
    control: { loadContract: async () => control, console: folder, ...given },
    ...more,
  });
  return (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    mock.fetch(new Request(`http://mock.test${path}`, { method, headers }));
}

/** Paths of the script and the style that a page names. */
async function listAssets(page: Response): Promise<string[]> {
  return [...(await page.text()).matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(
    ([, path = '']) => path,
  );
}

describe('the page at /', () => {
  test.each(['/', '/~demo/', '/_mock/console/'])(
    'is the console for browsers at %s',
    async (path) => {
      const response = await askOf()(path, HTML);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      );
      const html = await response.clone().text();
      expect(html).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son\w+=/);
      for (const asset of await listAssets(response))
        expect((await askOf()(asset)).status).toBe(200);
    },
  );

  test('is plain text for all others', async () => {
    const response = await askOf()('/');
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(response.headers.get('vary')).toContain('accept');
    expect(await response.text()).toContain('http://mock.test/shop');
  });

  test.each<[what: string, given: object, says: boolean]>([
    ['says how to build it where it is not built', { console: '/no/such/folder' }, true],
    ['is the list of APIs where nobody gives a console', { console: undefined }, false],
  ])('%s', async (_what, given, says) => {
    const html = await (await askOf(given)('/', HTML)).text();
    expect(html).toContain('<h1>Mock server</h1>');
    expect(html.includes('npm run build:console')).toBe(says);
  });

  test('is the list of APIs without a control API', async () => {
    const html = await (await askOf({}, { control: undefined })('/', HTML)).text();
    expect(html).toContain('<h1>Mock server</h1>');
  });

  test('belongs to an API at the root, beside which the console has its own path', async () => {
    const ask = askOf({}, { apis: [{ name: 'shop', mount: '', contract }] });
    expect((await ask('/', HTML)).headers.get('content-type')).toBe('application/json');
    expect(await (await ask('/_mock/console/', HTML)).text()).toContain(
      '<title>Mock console</title>',
    );
  });

  test('names the files of another control path, and the docs where there are any', async () => {
    const docs = async () => ({ status: 200, headers: {} });
    const html = await (await askOf({ path: '/own/control' }, { docs })('/', HTML)).text();
    expect(html).toContain('src="/own/control/console/console-');
    expect(html).toContain('data-docs="/docs/"');
    expect(await (await askOf()('/', HTML)).text()).toContain('data-docs=""');
  });
});

describe('files of the console', () => {
  test('whose names have a digest are kept for ever, and others are asked for again', async () => {
    const [style = ''] = await listAssets(await askOf()('/', HTML));
    expect((await askOf()(style)).headers.get('cache-control')).toContain('immutable');
    expect((await askOf()('/_mock/console/try-it.js')).headers.get('cache-control')).toBe(
      'no-cache',
    );
  });

  test('are sent compressed to who takes that', async () => {
    const ask = askOf();
    const plain = await ask('/_mock/console/try-it.js');
    const gzip = await ask('/_mock/console/try-it.js', { 'accept-encoding': 'br;q=0, gzip' });
    expect(gzip.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(await gzip.arrayBuffer()).toString()).toBe(await plain.text());
    expect(gzip.headers.get('vary')).toContain('accept-encoding');
    const both = await ask('/_mock/console/try-it.js', { 'accept-encoding': 'gzip, br' });
    expect(both.headers.get('content-encoding')).toBe('br');
  });

  test.each(['/', '/_mock/console/try-it.js'])(
    'are not sent again to who has them: %s',
    async (path) => {
      const ask = askOf();
      const etag = (await ask(path, HTML)).headers.get('etag') ?? '';
      const known = await ask(path, { ...HTML, 'if-none-match': `W/"x", ${etag}` });
      expect([known.status, await known.text()]).toEqual([304, '']);
    },
  );

  test.each([
    ['/_mock/console', 308],
    ['/_mock/console/nothing.js', 404],
    ['/_mock/console/index.html', 404],
    ['/_mock/console/..%2fshare-contracts-secret.js', 404],
    ['/_mock/console/%2e%2e%2fshare-contracts-secret.js', 404],
    ['/_mock/console/try-it.js%00', 404],
  ])('answers %s with %d', async (path, status) => {
    expect((await askOf()(path)).status).toBe(status);
  });

  test('are no secret where a token is asked for, unlike what they show', async () => {
    const ask = askOf({ token: 'secret' });
    expect((await ask('/_mock/console/try-it.js')).status).toBe(200);
    expect((await ask('/_mock/sandboxes')).status).toBe(401);
  });

  test('are read by GET alone', async () => {
    const response = await askOf()('/_mock/console/try-it.js', {}, 'POST');
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});
