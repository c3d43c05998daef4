import { access, cp, mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, test } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { ROOT } from '../../src/apis/root.ts';
import { startProcess } from '../support/start-process.ts';
import { writeFiles } from '../support/write-files.ts';
import { callMock, callProgram } from './call-program.ts';
import { apiIn, projectIn } from './project-in.ts';

const NOTES = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: { /notes: { get: { operationId: listNotes, responses: { "204": { description: Done. } } } } }
`;

/** Copies this package to a folder with all packages that it depends on but the one that makes the pages. */
async function installWithoutRedocly(folder: string): Promise<void> {
  for (const name of [
    ...['package.json', 'redocly.yaml', 'src', 'openapi', 'mocks', 'docs'],
    ...['TESTING.md', 'VERIFYING.md', 'CHANGELOG.md', 'SECURITY.md'],
  ]) {
    await cp(join(ROOT, name), join(folder, name), { recursive: true });
  }
  const names = Object.keys(packageFile.dependencies).filter((name) => name !== '@redocly/cli');
  for (const name of names) {
    const link = join(folder, 'node_modules', name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(ROOT, 'node_modules', name), link);
  }
}

describe('share-contracts docs', () => {
  test('refuses a contract that cannot be loaded, and writes nothing', async ({ expect }) => {
    await using written = await writeFiles({ 'openapi/notes.yaml': 'openapi: 4.0.0\n' });
    const findProject = async () => projectIn(written.folder);
    const { code, stdout, stderr } = await callProgram(['docs'], { findProject });
    expect(stderr.replaceAll(written.folder, 'FOLDER')).toMatchInlineSnapshot(`
      "FOLDER/openapi/notes.yaml: expected OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0, found "openapi: 4.0.0".
      "
    `);
    expect(stdout).toBe('');
    expect(code).toBe(2);
    await expect(access(join(written.folder, 'dist'))).rejects.toThrow('ENOENT');
  });

  test('builds the very pages that are served', async ({ expect }) => {
    await using written = await writeFiles({
      'openapi/notes.yaml': NOTES,
      'openapi/control.yaml': NOTES.replace('Notes', 'Control'),
      'notes.md': '# What is known\n',
      'docs/home.md': '# Start here\n\nSee [more](guides/b.md).\n',
      'docs/guides/a.md': '# First\n',
      'docs/guides/b.md': '# Second\n',
      'docs/guides/b.txt': 'no page',
      'CHANGES.md': '# Changes\n',
    });
    const { folder } = written;
    // One that is served with notes, and one that is only documented, as the control API is.
    const apis = [
      apiIn(folder, 'notes', { notes: join(folder, 'notes.md') }),
      apiIn(folder, 'control', { mount: false }),
    ];
    const docs = {
      title: 'Memory',
      home: join(folder, 'docs/home.md'),
      guides: [join(folder, 'docs/guides')],
      more: [join(folder, 'CHANGES.md')],
    };
    const given = { findProject: async () => ({ ...projectIn(folder, apis), docs }) };
    const site = join(folder, 'dist', 'docs');
    expect((await callProgram(['docs'], given)).code).toBe(0);
    const files = (await readdir(site, { recursive: true })).filter((name) => name.includes('.'));
    expect(files.filter((name) => name.endsWith('.html')).sort()).toEqual([
      'about/changes.html',
      'behaviour/notes.html',
      'control.html',
      'guides/a.html',
      'guides/b.html',
      'index.html',
      'notes.html',
    ]);
    expect(await readFile(join(site, 'index.html'), 'utf8')).toContain(
      '<title>Start here · Memory',
    );
    await using mock = await callMock([], given);
    for (const file of [
      'index.html',
      'guides/b.html',
      'control.md',
      'assets/search.js',
      'llms.txt',
    ]) {
      const served = await (await fetch(`${mock.url}/docs/${file}`)).text();
      const built = await readFile(join(site, file), 'utf8');
      expect(served).toBe(built.replaceAll('http://127.0.0.1:4010', mock.url));
    }
  });

  test('serves a first page at once, and only the references need what makes them', async ({
    expect,
  }) => {
    await using written = await writeFiles({});
    await installWithoutRedocly(written.folder);
    const start = join(written.folder, 'src/cli/start.js');
    const server = await startProcess(start, ['mock', '-p', '0'], /listens on (http\S+)/);
    try {
      expect((await fetch(`${server.match}/docs/`)).status).toBe(200);
      const answer = await fetch(`${server.match}/docs/crego.html`);
      expect(await answer.text()).toBe(
        'The docs cannot be built.\nExpected @redocly/cli, which makes the pages, found none. Install it with "npm install --save-dev @redocly/cli@2.77.0".\n',
      );
      expect(answer.status).toBe(503);
      expect((await fetch(`${server.match}/docs/crego.md`)).status).toBe(200);
    } finally {
      await server.stop();
    }
  });
});
