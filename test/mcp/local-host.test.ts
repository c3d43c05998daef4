import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createLocalHost } from '../../src/cli/local-host.ts';
import { readProject } from '../../src/project/read-project.ts';
import { writeFiles } from '../support/write-files.ts';
import { serveHttp } from '../verify/send/raw-server.ts';
import { agentOfHost } from './agent.ts';
import { OWN_HOST } from './own-host.ts';

/** Contract whose answer has a type. */
const notes = (type: string) => `openapi: 3.1.0
info: { title: Notes, version: '1' }
paths:
  /notes:
    get:
      operationId: listNotes
      responses:
        '200': { description: All., content: { application/json: { schema: { type: ${type} } } } }
`;

/** Files that go away with the test. */
async function write(contents: Record<string, string>): Promise<string> {
  const { folder, [Symbol.asyncDispose]: remove } = await writeFiles(contents);
  onTestFinished(remove);
  return folder;
}

/** Agent with a project in git, whose contract was changed since. */
async function openProject() {
  const folder = await write({
    'redocly.yaml': 'apis: { notes: { root: openapi.yaml } }\n',
    'openapi.yaml': notes('array'),
    'old.yaml': notes('string'),
  });
  const outside = await write({ 'secret.yaml': 'password: hidden\n' });
  symlinkSync(outside, join(folder, 'link'));
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@b.test'];
  git(...who, 'commit', '--quiet', '--message=one');
  writeFileSync(join(folder, 'openapi.yaml'), notes('object'));
  const project = await readProject(join(folder, 'redocly.yaml'));
  const local = createLocalHost(folder, { say: () => {}, findProject: async () => project });
  const agent = await agentOfHost({ ...OWN_HOST, local });
  onTestFinished(() => agent[Symbol.asyncDispose]());
  return { agent, folder, outside };
}

describe('diff_contracts', () => {
  test('compares the APIs of the project with a git ref', async () => {
    const { agent, folder } = await openProject();
    const { data } = await agent.call('diff_contracts', { base: 'main' });
    expect(data).toEqual({
      summary: { breaking: 1, risky: 0, safe: 0 },
      changes: [
        {
          api: 'notes',
          consumer: 'breaking',
          provider: 'breaking',
          rule: 'type-changed',
          change: expect.stringContaining('listNotes'),
          operations: ['listNotes'],
          location: expect.stringContaining(join(folder, 'openapi.yaml')),
        },
      ],
      isCut: false,
    });
  });

  test('compares two files, and shows what is asked for', async () => {
    const { agent, folder } = await openProject();
    const [base, file] = [join(folder, 'old.yaml'), join(folder, 'openapi.yaml')];
    const { data } = await agent.call('diff_contracts', { base, file, only: ['safe'] });
    expect(data).toEqual({
      summary: { breaking: 1, risky: 0, safe: 0 },
      changes: [],
      isCut: false,
    });
  });

  test.each<[what: string, input: (folder: string, outside: string) => object, text: string]>([
    [
      'a file outside of the project',
      (_, outside) => ({ base: join(outside, 'secret.yaml') }),
      'base: expected a file below ',
    ],
    [
      'a link that leads out of it',
      (folder) => ({ base: join(folder, 'link/secret.yaml') }),
      'base: expected a file below ',
    ],
    [
      'the version after outside of it',
      (folder, outside) => ({ base: join(folder, 'old.yaml'), file: join(outside, 'secret.yaml') }),
      'file: expected a file below ',
    ],
    [
      'a file that is not there',
      (folder) => ({ base: 'main', file: join(folder, 'none.yaml') }),
      'file: expected a file, found no ',
    ],
    [
      'a URL',
      () => ({ base: 'http://127.0.0.1:1/openapi.yaml' }),
      'base: expected a file, found the URL http://127.0.0.1:1/openapi.yaml.',
    ],
    ['a ref that is not there', () => ({ base: 'mian' }), 'Unknown ref "mian"'],
    ['an option of git', () => ({ base: '--output=x' }), 'Unknown ref "--output=x"'],
    [
      'an API that is not there',
      () => ({ base: 'main', apis: ['note'] }),
      'Unknown API "note". Known: notes. Did you mean "notes"?',
    ],
    [
      'a file that is no contract',
      (folder) => ({ base: join(folder, 'redocly.yaml'), apis: ['notes'] }),
      'redocly.yaml',
    ],
  ])('refuses %s', async (_what, input, text) => {
    const { agent, folder, outside } = await openProject();
    const answer = await agent.call('diff_contracts', { ...input(folder, outside) });
    expect(answer).toMatchObject({ isError: true, text: expect.stringContaining(text) });
    expect(answer.text).not.toContain('hidden');
  });
});

describe('verify_url', () => {
  test('asks for a contract in a file, and writes where it is told to', async () => {
    const { agent, folder } = await openProject();
    const url = await serveHttp((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('[]');
    });
    const input = { url, file: join(folder, 'old.yaml'), write: true };
    const { data } = await agent.call('verify_url', input);
    expect(data).toMatchObject({ verdict: 'broken', operations: { met: 1 } });
  });

  test('reads no file outside of the project', async () => {
    const { agent, outside } = await openProject();
    const file = join(outside, 'secret.yaml');
    const answer = await agent.call('verify_url', { url: 'http://127.0.0.1:1', file });
    expect(answer).toMatchObject({
      isError: true,
      text: expect.stringContaining('file: expected a file below '),
    });
  });
});
