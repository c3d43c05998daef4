import { createHash } from 'node:crypto';
import { access, cp, mkdir, readdir, readFile, stat, symlink } from 'node:fs/promises';
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

async function hashOf(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}

/** Copies this package to a folder with all packages that it depends on but the one that makes the pages. */
async function installWithoutRedocly(folder: string): Promise<void> {
  for (const name of ['package.json', 'redocly.yaml', 'src', 'openapi', 'mocks']) {
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

  test('builds the very site that is served', async ({ expect }) => {
    await using written = await writeFiles({
      'openapi/notes.yaml': NOTES,
      'openapi/control.yaml': NOTES.replace('Notes', 'Control'),
      'notes.md': '# What is known\n',
    });
    const { folder } = written;
    // One that is served with notes, and one that is only documented, as the control API is.
    const project = projectIn(folder, [
      apiIn(folder, 'notes', { notes: join(folder, 'notes.md') }),
      apiIn(folder, 'control', { mount: false }),
    ]);
    const given = { findProject: async () => project };
    const site = join(written.folder, 'dist', 'docs');
    const readSite = async () =>
      Promise.all(
        (await readdir(site)).sort().map(async (name) => [name, await hashOf(join(site, name))]),
      );
    await using mock = await callMock([], given);
    expect((await fetch(`${mock.url}/docs/`)).status).toBe(200);
    const served = await readSite();
    expect(served.map(([name]) => name)).toEqual([
      ...['control.html', 'digest.txt', 'index.html', 'notes-behaviour.html', 'notes.html'],
    ]);
    const index = await stat(join(site, 'index.html'));
    expect((await callProgram(['docs'], given)).code).toBe(0);
    expect(await readSite()).toEqual(served);
    await using again = await callMock([], given);
    const built = await stat(join(site, 'index.html'));
    expect((await fetch(`${again.url}/docs/control.html`)).status).toBe(200);
    // Built by the command, and then left as it is.
    expect(built.ino).not.toBe(index.ino);
    expect((await stat(join(site, 'index.html'))).ino).toBe(built.ino);
  });

  test('answer 503 with the reason where the package that makes the pages is left out', async ({
    expect,
  }) => {
    await using written = await writeFiles({});
    await installWithoutRedocly(written.folder);
    const start = join(written.folder, 'src/cli/start.js');
    const server = await startProcess(start, ['mock', '-p', '0'], /listens on (http\S+)/);
    try {
      const answer = await fetch(`${server.match}/docs/`);
      expect(await answer.text()).toBe(
        'The docs cannot be built.\nExpected @redocly/cli, which makes the pages, found none. Install it with "npm install --save-dev @redocly/cli@2.77.0".\n',
      );
      expect(answer.status).toBe(503);
      const shares = await fetch(`${server.match}/crego/shares/x/preview/`);
      expect(shares.headers.get('content-type')).toBe('application/json');
    } finally {
      await server.stop();
    }
  });
});
