import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, test } from 'vitest';
import { loadApis } from '../../src/apis/load-apis.ts';
import { createMock } from '../../src/apis/mock.ts';
import { ROOT } from '../../src/apis/root.ts';
import { writeFiles } from '../support/write-files.ts';

const NOTES = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      operationId: listNotes
      responses:
        "200":
          description: All.
          content: { application/json: { schema: { type: object }, example: { count: 2 } } }
`;
const BROKEN = NOTES.replace('schema: { type: object }', 'schema: { $ref: "#/nowhere" }');
const REGISTRY = `apis:
  notes: { root: notes.yaml, x-share-contracts: { mount: /my, errors: errors.js } }
  papers: { root: notes.yaml }
  types: { root: notes.yaml, x-share-contracts: { mount: false } }
`;
const FILES = {
  'redocly.yaml': REGISTRY,
  'notes.yaml': NOTES,
  'errors.js': 'export const formatError = ({ kind }) => ({ status: 418, body: { kind } });\n',
  'below/note.txt': '',
};

describe('loadApis', () => {
  test.for<[what: string, place: (folder: string) => string | URL]>([
    ['a registry', (folder) => join(folder, 'redocly.yaml')],
    ['a folder with one', (folder) => folder],
    ['a folder below one', (folder) => join(folder, 'below')],
    ['a URL', (folder) => pathToFileURL(`${folder}/`)],
  ])('takes %s', async ([, place], { expect }) => {
    await using written = await writeFiles(FILES);
    const apis = await loadApis({ project: place(written.folder) });
    expect(apis.map(({ name, mount }) => [name, mount])).toEqual([
      ['notes', '/my'],
      ['papers', '/papers'],
    ]);
  });

  test('takes the nearest project of the working directory by default', async ({ expect }) => {
    const apis = await loadApis({ names: ['crego'] });
    expect(apis.map(({ mount }) => mount)).toEqual(['/crego']);
  });

  test('refuses a name that no API has, and names the nearest', async ({ expect }) => {
    await using written = await writeFiles(FILES);
    await expect(loadApis({ project: written.folder, names: ['note'] })).rejects.toThrow(
      'Unknown API "note". Known: notes, papers. Did you mean "notes"?',
    );
  });

  test('refuses a place without a registry', async ({ expect }) => {
    await expect(loadApis({ project: '/nowhere/at/all' })).rejects.toThrow(
      'Expected a redocly.yaml at /nowhere/at/all, found nothing.',
    );
    await using written = await writeFiles({ 'note.txt': '' });
    await expect(loadApis({ project: written.folder })).rejects.toThrow(
      `Expected a redocly.yaml at ${written.folder}, found a folder without one, as are those above it.`,
    );
  });

  test('warns of what cannot be used, unless the API is strict', async ({ expect }) => {
    await using written = await writeFiles({ ...FILES, 'notes.yaml': BROKEN });
    const warnings: string[] = [];
    await loadApis({
      project: written.folder,
      names: ['papers'],
      warn: (message) => warnings.push(message),
    });
    expect(warnings).toEqual([expect.stringContaining('#/nowhere')]);
    await using strict = await writeFiles({
      'redocly.yaml':
        'apis: { notes: { root: notes.yaml, x-share-contracts: { strict: true } } }\n',
      'notes.yaml': BROKEN,
    });
    await expect(loadApis({ project: strict.folder })).rejects.toThrow('#/nowhere');
  });
});

describe('createMock of a project', () => {
  test('says who may use the control API of a project', async ({ expect }) => {
    await using written = await writeFiles(FILES);
    const control = { token: 'secret', origins: ['http://localhost:5173'] };
    const mock = await createMock({ project: written.folder, control });
    const statuses = ['http://localhost:5173', 'http://localhost:5174'].map(async (origin) => {
      const headers = { origin, authorization: 'Bearer secret' };
      return (await mock.fetch(new Request('http://mock.test/_mock/health', { headers }))).status;
    });
    expect(await Promise.all(statuses)).toEqual([200, 403]);
  });

  test('answers as the mock command does, and has its control API', async ({ expect }) => {
    await using written = await writeFiles(FILES);
    const mock = await createMock({ project: written.folder });
    const ask = async (path: string) => {
      const response = await mock.fetch(new Request(`http://mock.test${path}`));
      return [response.status, await response.json()];
    };
    expect(await ask('/papers/notes')).toEqual([200, { count: 2 }]);
    expect(await ask('/my/nothing')).toEqual([418, { kind: 'unknown-path' }]);
    expect(await ask('/_mock/health')).toEqual([200, expect.objectContaining({ status: 'ok' })]);
  });

  test('acts on the collections of contracts where it is asked to', async ({ expect }) => {
    await using written = await writeFiles({
      'redocly.yaml': `apis:
  notes: { root: notes.yaml }
  kept: { root: notes.yaml, x-share-contracts: { stateful: true } }
  fixed: { root: notes.yaml, x-share-contracts: { stateful: false } }
`,
      'notes.yaml': await readFile(join(ROOT, 'src/init/notes.yaml'), 'utf8'),
    });
    const countsOf = async (stateful?: boolean) => {
      const mock = await createMock({ project: written.folder, stateful });
      const count = async (api: string) => {
        const url = `http://mock.test/${api}/notes`;
        const headers = { 'content-type': 'application/json' };
        await mock.fetch(new Request(url, { method: 'POST', headers, body: '{"text":"New."}' }));
        const list = await mock.fetch(new Request(url));
        return (await list.json()).length;
      };
      return [await count('notes'), await count('kept'), await count('fixed')];
    };
    expect(await countsOf()).toEqual([2, 3, 2]);
    expect(await countsOf(true)).toEqual([3, 3, 2]);
  });

  test('serves further APIs beside those of the project', async ({ expect }) => {
    await using written = await writeFiles(FILES);
    const [notes] = await loadApis({ project: written.folder, names: ['papers'] });
    if (notes === undefined) throw new Error('There is no API.');
    const apis = [{ ...notes, name: 'other', mount: '/other', site: '/other' }];
    const mock = await createMock({ project: written.folder, apis });
    const { status } = await mock.fetch(new Request('http://mock.test/other/notes'));
    expect(status).toBe(200);
  });

  test('gives the APIs that ship with the package their behaviour', async ({ expect }) => {
    const mock = createMock({ apis: await loadApis({ names: ['crego'] }) });
    const shares = 'http://mock.test/crego/documents/01JVVJNAVTB19FN3F7W1NHBPT6/shares/';
    const headers = { authorization: 'Bearer x', 'content-type': 'application/json' };
    const body = '{"expires_at":"2026-04-01T11:08:35Z"}';
    await mock.fetch(new Request(shares, { method: 'POST', headers, body }));
    const list = await mock.fetch(new Request(shares, { headers }));
    expect((await list.json()).count).toBe(3);
  });
});
