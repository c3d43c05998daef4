import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { ROOT } from '../../src/apis/root.ts';
import { readProject } from '../../src/project/read-project.ts';
import { callProgram } from './call-program.ts';
import { useFolder } from './use-folder.ts';

const run = promisify(execFile);

const notes = (required: string) => `openapi: 3.0.3
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      operationId: listNotes
      responses:
        "200":
          description: All notes.
          content:
            application/json:
              schema: { type: array, items: { $ref: ${required} } }
`;
const NOTE = 'type: object\nrequired: [text]\nproperties:\n  text: { type: string }\n';
const LOOSE = 'type: object\nproperties:\n  text: { type: string }\n';
const REGISTRY = 'apis:\n  notes: { root: openapi/notes.yaml }\n';

useFolder({
  'redocly.yaml': REGISTRY,
  'openapi/notes.yaml': notes('schemas/Note.yaml'),
  'openapi/schemas/Note.yaml': NOTE,
  'coverage/web.json': JSON.stringify({
    version: 1,
    operations: [
      {
        api: 'notes',
        operation: 'listNotes',
        statuses: { 200: 3, '4XX': 1 },
        codes: {},
        examples: {},
      },
    ],
  }),
  'other.json': '{}',
});

const { TMPDIR } = process.env;

afterAll(() => {
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
});

beforeAll(async () => {
  await mkdir('temporary');
  process.env.TMPDIR = resolve('temporary');
  const git = (...args: string[]) =>
    run('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args]);
  await git('init', '--quiet', '--initial-branch', 'main');
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'One');
  await git('tag', 'whole');
  await writeFile('openapi/notes.yaml', 'openapi: [');
  await git('commit', '--quiet', '--all', '--message', 'Broken');
  await git('tag', 'broken');
  await writeFile('openapi/notes.yaml', notes('schemas/Note.yaml'));
  // Workflows are listed beside APIs, and are none.
  await writeFile('ways.yaml', 'arazzo: 1.0.1\n');
  const more = '  gone: { root: openapi/notes.yaml }\n  ways: { root: ways.yaml }\n';
  await writeFile('redocly.yaml', `${REGISTRY}${more}`);
  await git('add', 'ways.yaml');
  await git('commit', '--quiet', '--all', '--message', 'Two');
  await git('tag', 'two');
  await git('rm', '--quiet', '--cached', 'openapi/notes.yaml', 'redocly.yaml');
  await git('commit', '--quiet', '--message', 'None');
  await git('tag', 'none');
  await git('reset', '--quiet', '--hard', 'whole');
  await writeFile('openapi/schemas/Note.yaml', LOOSE);
  await writeFile('old.yaml', notes('openapi/schemas/Note.yaml'));
  await writeFile('new.yaml', notes('other-note.yaml'));
  await writeFile('other-note.yaml', NOTE);
});

const findProject = async () => readProject(join(process.cwd(), 'redocly.yaml'));

function diff(...args: string[]) {
  return callProgram(['diff', ...args], { findProject });
}

describe('diff', () => {
  test('compares the project with a git ref, files that are referred to included', async ({
    expect,
  }) => {
    const { code, stdout, stderr } = await diff('whole', '--coverage', 'coverage');
    expect(stdout).toMatchSnapshot();
    expect(stderr).toBe('Compared 1 API: 1 change that breaks consumers, 0 risky, 0 safe.\n');
    expect(code).toBe(1);
    expect((await run('git', ['status', '--porcelain'])).stdout).toContain(
      ' M openapi/schemas/Note.yaml',
    );
  });

  test.for(['markdown', 'github', 'json'])('prints changes as %s', async (format, { expect }) => {
    const { stdout } = await diff('whole', '--coverage', 'coverage', '--format', format);
    expect(stdout.replaceAll(process.cwd(), '<here>')).toMatchSnapshot();
  });

  test('says that nothing has changed', async ({ expect }) => {
    const { code, stdout, stderr } = await diff('old.yaml', '--api', 'notes');
    expect(stdout).toBe('notes is as it is in old.yaml.\n');
    expect(stderr).toBe('Compared 1 API. Nothing has changed.\n');
    expect(code).toBe(0);
  });

  test('compares two files', async ({ expect }) => {
    const { code, stdout } = await diff('old.yaml', 'new.yaml');
    expect(stdout).toContain('must have "text"');
    expect(code).toBe(0);
  });

  test('compares a file with the same file at a ref', async ({ expect }) => {
    const { code, stdout } = await diff('whole', 'openapi/notes.yaml');
    expect(stdout).toContain('need not have "text" any more');
    expect(code).toBe(1);
  });

  test('--fail-on none lets all pass', async ({ expect }) => {
    expect((await diff('whole', '--fail-on', 'none')).code).toBe(0);
  });

  test('takes an API that is no longer listed for a break', async ({ expect }) => {
    const { code, stdout } = await diff('two', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout).apis[1]).toMatchObject({
      api: 'gone',
      changes: [{ rule: 'api-removed', operations: [{ clientMethod: 'listNotes' }] }],
    });
  });

  test('says that an API is new', async ({ expect }) => {
    const { code, stderr } = await diff('none');
    expect(stderr).toContain('notes is new since none: there is no none:openapi/notes.yaml.');
    expect(code).toBe(0);
  });

  test.for<[what: string, args: string[], message: string]>([
    ['an unknown ref', ['nope'], 'Unknown ref "nope"'],
    ['an option for a ref', ['--', '--output=x'], 'Unknown ref "--output=x"'],
    ['a file that is broken at the ref', ['broken'], 'broken:openapi/notes.yaml:'],
    ['an empty ref', [''], 'found an empty text'],
    ['a file that is not there', ['old.yaml', 'nope.yaml'], 'Expected a file, found no'],
    ['an unknown API', ['whole', '--api', 'nots'], 'Did you mean "notes"?'],
    ['a file and an API', ['old.yaml', 'new.yaml', '--api', 'notes'], 'found both'],
    ['an unknown rating', ['whole', '--fail-on', 'all'], 'Allowed choices'],
    ['no coverage', ['whole', '--coverage', 'nope'], 'found nothing'],
    ['another file for coverage', ['whole', '--coverage', 'other.json'], 'found another one'],
  ])('refuses %s', async ([, args, message], { expect }) => {
    const { code, stdout, stderr } = await diff(...args);
    expect(stderr).toContain(message);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test('an interruption ends it, and leaves nothing behind', async ({ expect }) => {
    const watcher = watch('temporary');
    const args = [join(ROOT, 'src/cli/start.js'), 'diff', 'whole'];
    const child = spawn(process.execPath, args, { stdio: 'ignore' });
    const ended = once(child, 'exit');
    await once(watcher, 'change');
    watcher.close();
    child.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
    expect(await readdir('temporary')).toEqual([]);
  });

  test('refuses a ref outside of a repository', async ({ expect }) => {
    await rm('.git', { recursive: true });
    const { code, stderr } = await diff('main');
    expect(stderr).toContain('is in no git repository');
    expect(code).toBe(2);
  });

  test('leaves no temporary files', async ({ expect }) => {
    expect(await readdir('temporary')).toEqual([]);
  });
});
