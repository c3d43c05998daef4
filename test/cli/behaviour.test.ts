import { execFile } from 'node:child_process';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/apis/root.ts';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import { createMock } from '../../src/mock/create-mock.ts';
import type { Project } from '../../src/project/project.ts';
import { ISSUES, TODOS } from '../mock/collections/documents.ts';
import { askOf } from '../support/ask-mock.ts';
import { callProgram } from './call-program.ts';
import { apiIn, projectIn } from './project-in.ts';
import { useFolder } from './use-folder.ts';

const HEAD = 'openapi: 3.1.0\ninfo: { title: Test, version: "1" }\n';
const CONFIGURATION = {
  extends: join(ROOT, 'tsconfig.json'),
  compilerOptions: { typeRoots: [join(ROOT, 'node_modules/@types')] },
  include: ['mocks'],
};
const run = promisify(execFile);

async function findProject(): Promise<Project> {
  const root = process.cwd();
  return projectIn(
    root,
    ['todos', 'issues'].map((name) => apiIn(root, name)),
  );
}

describe('share-contracts behaviour', () => {
  useFolder({
    'openapi/todos.yaml': HEAD + TODOS,
    'openapi/issues.yaml': HEAD + ISSUES,
    'other.yaml': HEAD + ISSUES,
    'words.yaml': `${HEAD}paths: {}\n`,
    'tsconfig.json': JSON.stringify(CONFIGURATION),
    'package.json': '{ "type": "module" }',
    'node_modules/.keep': '',
  });
  beforeAll(() => symlink(ROOT, 'node_modules/share-contracts'));

  test('writes handlers typed by the generated operations, which pass the same life cycle', async () => {
    await callProgram(['generate'], { findProject });
    const written = await callProgram(['behaviour', 'todos'], { findProject });
    expect(written).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "mocks/todos/behaviour.ts: written, 6 handlers of 1 collection.
      Add it to redocly.yaml, below apis.todos:
          x-share-contracts:
            behaviour: mocks/todos/behaviour.ts
      ",
        "stdout": "",
      }
    `);
    expect((await callProgram(['behaviour', 'issues'], { findProject })).code).toBe(0);
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const checked = await run(process.execPath, [tsc, '-p', '.', '--noEmit']).catch(
      (error) => error,
    );
    expect(checked.stdout).toBe('');
    const file = 'mocks/todos/behaviour.ts';
    const { behaviour } = await import(pathToFileURL(file).href);
    const contract = await loadContract('openapi/todos.yaml');
    const ask = askOf(createMock({ apis: [{ name: 'todos', mount: '', contract, behaviour }] }));
    const { status, body } = await ask('POST /todos', { title: 'walk' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ id: 10, title: 'walk', done: false });
    expect((await ask('GET /todos?title=walk')).body).toEqual([body]);
    expect((await ask('PATCH /todos/10', { done: true })).body).toMatchObject({
      title: 'walk',
      done: true,
    });
    expect((await ask('PUT /todos/10', { title: 'run' })).body).toMatchObject({
      title: 'run',
      done: false,
    });
    expect((await ask('DELETE /todos/10')).status).toBe(204);
    expect((await ask('GET /todos/10')).status).toBe(404);
    expect((await ask('GET /todos')).body).toHaveLength(2);
  }, 120_000);

  test('keeps apart what belongs to others', async () => {
    const { behaviour } = await import(pathToFileURL('mocks/issues/behaviour.ts').href);
    const contract = await loadContract('openapi/issues.yaml');
    const ask = askOf(createMock({ apis: [{ name: 'issues', mount: '', contract, behaviour }] }));
    const { body } = await ask('POST /repos/a/b/issues', { title: 'x' });
    expect((await ask('GET /repos/a/b/issues')).body).toEqual([body]);
    expect((await ask('GET /repos/octocat/hello/issues')).body).toHaveLength(1);
  });

  test('writes one without types for a file of no project, and says how to serve it', async () => {
    const { code, stderr } = await callProgram([
      'behaviour',
      './other.yaml',
      '--output',
      'own/rules.ts',
    ]);
    expect(code).toBe(0);
    expect(stderr).toMatchInlineSnapshot(`
      "own/rules.ts: written, 7 handlers of 2 collections.
      There are no generated types, so it has none either. Run generate first to have them.
      Serve it with: share-contracts mock ./other.yaml --behaviour own/rules.ts
      "
    `);
    expect(await readFile('own/rules.ts', 'utf8')).not.toContain('import type { operations }');
  });

  test('never writes over a file', async () => {
    await writeFile('taken.ts', 'mine');
    const { code, stderr } = await callProgram(['behaviour', 'other.yaml', '-o', 'taken.ts']);
    expect(code).toBe(2);
    expect(stderr).toContain('taken.ts: expected no file, found one, which stays as it is.');
    expect(await readFile('taken.ts', 'utf8')).toBe('mine');
  });

  test('refuses a contract in which nothing is recognised', async () => {
    const { code, stderr } = await callProgram(['behaviour', 'words.yaml']);
    expect(code).toBe(2);
    expect(stderr).toContain('expected collections');
  });
});
