import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { LoadedContract } from '../../src/cli/read-docs-source.ts';
import { serveDocs } from '../../src/cli/serve-docs.ts';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import { readFrom } from '../../src/contract/model/header-reader.ts';
import type { ServeDocs } from '../../src/mock/create-mock.ts';
import { apiIn, projectIn } from '../cli/project-in.ts';

const root = await mkdtemp(join(tmpdir(), 'share-contracts-serve-'));
afterAll(() => rm(root, { recursive: true }));

const FIXTURES = join(import.meta.dirname, 'fixtures');
const ORIGIN = 'http://127.0.0.1:4010';

function projectOf(folder: string) {
  return projectIn(folder, [apiIn(folder, 'notes', { contract: join(folder, 'notes.yaml') })]);
}

/** Asks for a file of the site, as the router does. */
function ask(serve: ServeDocs, path: string, origin = ORIGIN, headers = {}) {
  return serve(path, {
    method: 'GET',
    origin,
    path: `/docs/${path}`,
    query: '',
    headers: readFrom(headers),
    rawHeaders: [],
    readRemoteAddress: () => undefined,
    body: undefined,
  });
}

async function readText(serve: ServeDocs, path: string, origin?: string): Promise<string> {
  return String((await ask(serve, path, origin)).body);
}

await writeFile(join(root, 'secret.txt'), 'secret');
const serve = serveDocs({ project: projectOf(FIXTURES) });

describe('serveDocs', () => {
  test.each([
    { path: '', type: 'text/html; charset=utf-8', text: '<title>API docs</title>' },
    { path: 'index.html', type: 'text/html; charset=utf-8', text: '<title>API docs</title>' },
    {
      path: 'notes.html',
      type: 'text/html; charset=utf-8',
      text: '<title>Notes · API docs</title>',
    },
    { path: 'n%6Ftes.md', type: 'text/markdown; charset=utf-8', text: '# Notes' },
    { path: 'llms.txt', type: 'text/plain; charset=utf-8', text: '- [Notes](notes.md)' },
    { path: 'assets/site.css', type: 'text/css; charset=utf-8', text: ':root' },
  ])('serves "$path"', async ({ path, type, text }) => {
    const response = await ask(serve, path);
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toBe(type);
    expect(String(response.body)).toContain(text);
  });

  test.each([
    'memos.html',
    '/',
    '.',
    '..',
    '../secret.txt',
    '..%2Fsecret.txt',
    '%2e%2e%2fsecret.txt',
    '..%5Csecret.txt',
    `${root}/secret.txt`,
    encodeURIComponent(`${root}/secret.txt`),
    'notes.html/../../secret.txt',
    'notes.html%00',
    '__proto__',
    'constructor',
    '%',
    '%C3',
  ])('answers 404 for "%s"', async (path) => {
    const response = await ask(serve, path);
    expect(response.status).toBe(404);
    expect(String(response.body)).toBe('No such page. The docs begin at /docs/.\n');
  });

  test('shows samples against the origin that it is asked at, and makes them callable there', async () => {
    const html = await readText(serve, 'notes.html', 'http://localhost:9');
    expect(html).toContain("curl -H 'Authorization".slice(0, 4));
    expect(html).toContain('http://localhost:9/notes/v1');
    expect(html).toContain('<script type="module" src="/_mock/console/try-it.js">');
    expect(await readText(serve, 'notes.html')).toContain(`${ORIGIN}/notes/v1`);
  });

  test('takes the script that calls from the control API, wherever that is', async () => {
    const elsewhere = serveDocs({ project: projectOf(FIXTURES), controlPath: '/admin' });
    expect(await readText(elsewhere, 'notes.html')).toContain('src="/admin/console/try-it.js"');
  });

  test('reads the project once for requests at the same time', async () => {
    let reads = 0;
    const counting = serveDocs({
      project: {
        ...projectIn(root, []),
        get apis() {
          reads += 1;
          return [];
        },
      },
    });
    const responses = await Promise.all(['', 'index.html', ''].map((path) => ask(counting, path)));
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(reads).toBe(1);
  });

  test('makes the site anew once a contract may have changed', async () => {
    const contract = await loadContract(join(FIXTURES, 'notes.yaml'));
    let loaded: readonly LoadedContract[] = [{ name: 'notes', contract }];
    const latest = serveDocs({ project: projectOf(FIXTURES), readLoaded: () => loaded });
    expect(await readText(latest, 'notes.html')).toContain('<title>Notes ·');
    loaded = [{ name: 'notes', contract: { ...contract, title: 'Later notes' }, mount: '/later' }];
    const html = await readText(latest, 'notes.html');
    expect(html).toContain('<title>Later notes ·');
    expect(html).toContain(`${ORIGIN}/later`);
  });

  test('answers 503 with the reason while the site cannot be made, and tries again', async () => {
    const file = join(root, 'notes.yaml');
    await writeFile(file, 'openapi: 4.0.0');
    const recovering = serveDocs({ project: projectOf(root) });
    const response = await ask(recovering, '');
    expect(response.status).toBe(503);
    expect(String(response.body)).toMatch(
      /^The docs cannot be built\.\n.*notes\.yaml: expected OpenAPI .*, found "openapi: 4\.0\.0"\.\n$/,
    );
    await copyFile(join(FIXTURES, 'notes.yaml'), file);
    expect((await ask(recovering, '')).status).toBe(200);
  });
});
