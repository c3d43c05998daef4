import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { serveDocs } from '../../src/cli/serve-docs.ts';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import type { DocsApi } from '../../src/docs/docs-api.ts';
import { apiIn, projectIn } from '../cli/project-in.ts';

const root = await mkdtemp(join(tmpdir(), 'share-contracts-serve-'));
afterAll(() => rm(root, { recursive: true }));

/** Project without contracts, of which only the index is built. */
const EMPTY = projectIn(root, []);
const FIXTURES = join(import.meta.dirname, 'fixtures');
const NOTES = projectOf(FIXTURES);

function projectOf(folder: string) {
  return projectIn(folder, [apiIn(folder, 'notes', { contract: join(folder, 'notes.yaml') })]);
}

const folder = join(root, 'docs');
await writeFile(join(root, 'secret.txt'), 'secret');
const serve = serveDocs({ project: NOTES, folder });
await serve('');

describe('serveDocs', () => {
  test.each([
    { path: '', type: 'text/html; charset=utf-8', text: '<h1>API docs</h1>' },
    { path: 'index.html', type: 'text/html; charset=utf-8', text: '<h1>API docs</h1>' },
    { path: 'notes.html', type: 'text/html; charset=utf-8', text: '<title>Notes</title>' },
    { path: 'n%6Ftes.html', type: 'text/html; charset=utf-8', text: '<title>Notes</title>' },
  ])('serves "$path"', async ({ path, type, text }) => {
    const response = await serve(path);
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
    '..\\secret.txt',
    `${root}/secret.txt`,
    encodeURIComponent(`${root}/secret.txt`),
    'notes.html/../../secret.txt',
    'notes.html%00',
    '%00',
    '%',
    '%C3',
  ])('answers 404 for "%s"', async (path) => {
    const response = await serve(path);
    expect(response.status).toBe(404);
    expect(String(response.body)).toBe('No such page. The docs begin at /docs/.\n');
  });

  test('builds once for requests at the same time', async () => {
    let loads = 0;
    const counting = serveDocs({
      folder: join(root, 'together'),
      project: {
        ...EMPTY,
        get apis() {
          loads += 1;
          return [];
        },
      },
    });
    const paths = ['', 'index.html', '', 'index.html'];
    const responses = await Promise.all(paths.map(counting));
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(loads).toBe(1);
  });

  test('serves a fresh site as it is and builds a stale one anew', async () => {
    const empty = { folder: join(root, 'empty'), project: EMPTY };
    await serveDocs(empty)('');
    const mark = '<!-- not built again -->';
    await writeFile(join(empty.folder, 'index.html'), mark);
    expect(String((await serveDocs(empty)('')).body)).toBe(mark);
    await writeFile(join(empty.folder, 'digest.txt'), 'of an older site');
    expect(String((await serveDocs(empty)('')).body)).not.toBe(mark);
    expect(await readFile(join(empty.folder, 'digest.txt'), 'utf8')).toMatch(/^[0-9a-f]{64}$/);
  });

  test('builds a stale site anew once there is another revision', async () => {
    const contract = await loadContract(join(FIXTURES, 'notes.yaml'));
    let served: readonly DocsApi[] = [];
    const serveLatest = serveDocs({
      folder: join(root, 'revised'),
      project: NOTES,
      readLoaded: () => served,
    });
    const first = serveLatest('');
    served = [{ name: 'notes', contract: { ...contract, title: 'Later notes' } }];
    // The first build is still under way.
    const second = await serveLatest('notes.html');
    expect(String(second.body)).toContain('<title>Later notes</title>');
    expect((await first).status).toBe(200);
  });

  test('answers 503 with the reason while the site cannot be built, and tries again', async () => {
    const file = join(root, 'notes.yaml');
    await writeFile(file, 'openapi: 4.0.0');
    const recovering = serveDocs({ folder: join(root, 'recovering'), project: projectOf(root) });
    const response = await recovering('');
    expect(response.status).toBe(503);
    expect(String(response.body)).toMatch(
      /^The docs cannot be built\.\n.*notes\.yaml: expected OpenAPI .*, found "openapi: 4\.0\.0"\.\n$/,
    );
    await copyFile(join(FIXTURES, 'notes.yaml'), file);
    expect((await recovering('')).status).toBe(200);
  });

  test('answers 503 where the folder of the site is gone, and builds it anew', async () => {
    const gone = { folder: join(root, 'gone'), project: EMPTY };
    const serveGone = serveDocs(gone);
    expect((await serveGone('')).status).toBe(200);
    await rm(gone.folder, { recursive: true });
    expect((await serveGone('')).status).toBe(503);
    expect((await serveGone('')).status).toBe(200);
  });
});
