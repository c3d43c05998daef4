import { execFile } from 'node:child_process';
import { mkdir, mkdtempDisposable, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { copyRepository } from './support/copy-repository.ts';
import { startProcess } from './support/start-process.ts';

const run = promisify(execFile);

const NOTES = `openapi: 3.1.0
info:
  title: Notes
  version: "1"
  description: Notes of a person.
  license: { name: MIT, identifier: MIT }
servers:
  - { url: https://notes.example/v2, description: The only one. }
tags:
  - { name: notes, description: Notes. }
security:
  - {}
paths:
  /notes:
    get:
      operationId: listNotes
      tags: [notes]
      summary: List notes
      description: All notes, oldest first.
      x-provenance: { level: assumed, note: Nobody documents this API. }
      responses:
        "200":
          description: All notes.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/NoteList" }
              examples:
                documented: { summary: Two notes., value: [{ text: One. }, { text: Two. }] }
        "400":
          description: A request that is none.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Problem" }
              examples:
                documented: { summary: A problem., value: { title: What is this? } }
components:
  schemas:
    NoteList: { type: array, items: { $ref: "#/components/schemas/Note" } }
    Note: { type: object, required: [text], properties: { text: { type: string } } }
    Problem: { type: object, required: [title], properties: { title: { type: string } } }
`;

const guide = await readFile('CONTRIBUTING.md', 'utf8');
const [, section = ''] = /^## Add an API\n([\s\S]*?)^## /m.exec(guide) ?? [];
const steps = section.split(/^\d+\. /m).slice(1);
/** Commands of the steps, for an API called "notes". */
const commands = [...steps.join('').matchAll(/`(npm [^`]+)`/g)].map(([, command = '']) =>
  command.replaceAll('<api>', 'notes'),
);

describe('Add an API', () => {
  test('has five steps at most', () => {
    expect(steps.length).toBeLessThanOrEqual(5);
    expect(steps[0]).toContain('`openapi/<api>/openapi.yaml`');
    expect(commands).toEqual([
      'npm run init -- openapi/notes/openapi.yaml',
      'npm run lint:contracts',
      'npm run generate',
      'npm test',
      'npm start',
      'npm run docs',
    ]);
  });

  test('gives a mock, a client, tests and docs to whoever follows it', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'share-contracts-added-'));
    await copyRepository(folder.path, ['test', 'vitest.config.ts']);
    const contract = join(folder.path, 'openapi/notes/openapi.yaml');
    await mkdir(dirname(contract));
    await writeFile(contract, NOTES);
    for (const command of commands.filter((one) => one !== 'npm start')) {
      // All other tests run once already.
      const only = command === 'npm test' ? ' -- test/contracts.test.ts -t notes' : '';
      await run('bash', ['-c', command + only], { cwd: folder.path, maxBuffer: 2 ** 26 });
    }
    const report = JSON.parse(await readFile(join(folder.path, 'dist/test-report.json'), 'utf8'));
    expect([report.numPassedTests > 3, report.numFailedTests]).toEqual([true, 0]);
    expect(await readdir(join(folder.path, 'dist/docs'))).toContain('notes.html');

    const start = join(folder.path, 'src/cli/start.js');
    const listening = /listens on (http\S+)/;
    const server = await startProcess(start, ['mock', '-p', '0'], listening, folder.path);
    try {
      const client = await import(join(folder.path, 'src/generated/notes/client.ts'));
      const notes = client.createClient({ baseUrl: `${server.match}/notes/v2` });
      expect(await notes.listNotes()).toEqual([{ text: 'One.' }, { text: 'Two.' }]);
    } finally {
      await server.stop();
    }
  });
});
