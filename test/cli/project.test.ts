import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, test } from 'vitest';
import { ROOT } from '../../src/apis/root.ts';
import { readProject } from '../../src/project/read-project.ts';
import { writeFiles } from '../support/write-files.ts';
import { callMock, callProgram } from './call-program.ts';
import { useFolder } from './use-folder.ts';

const NOTES = `openapi: 3.1.0
info: { title: Notes, version: "1" }
servers: [{ url: https://notes.test/v2 }]
paths:
  /notes:
    get:
      operationId: listNotes
      parameters: [{ name: limit, in: query, schema: { type: integer } }]
      responses:
        "200":
          description: All.
          content:
            application/json:
              schema: { type: object, properties: { count: { type: integer } } }
              example: { count: "2" }
`;

const ERRORS = `export const formatError = ({ kind }) => ({ status: 418, body: { kind } });\n`;
const BEHAVIOUR = `
import { defineBehaviour } from ${JSON.stringify(pathToFileURL(join(ROOT, 'src/mock/authoring/index.ts')).href)};
export const behaviour = defineBehaviour()({
  epoch: '2026-01-01T00:00:00Z',
  tables: {},
  seeds: { default: () => {} },
  handlers: { listNotes: () => ({ status: 200, body: { count: 7 } }) },
});
`;

/** Writes a project, and gives it to the program in the place of the nearest one. */
async function writeProject(registry: string, files: Readonly<Record<string, string>> = {}) {
  const written = await writeFiles({ 'notes.yaml': NOTES, ...files, 'redocly.yaml': registry });
  const { folder } = written;
  return {
    folder,
    given: { findProject: () => readProject(join(folder, 'redocly.yaml')) },
    [Symbol.asyncDispose]: () => written[Symbol.asyncDispose](),
  };
}

async function ask(url: string): Promise<[status: number, body: unknown]> {
  const response = await fetch(url);
  return [response.status, await response.json()];
}

describe('a project of somebody else', () => {
  test('is served as far as it can be, at the name and the path of the server of each API', async ({
    expect,
  }) => {
    await using project = await writeProject('apis: { notes: { root: notes.yaml } }\n');
    await using mock = await callMock([], project.given);
    // The example breaks its schema, which is no reason not to send it.
    expect(await ask(`${mock.url}/notes/v2/notes`)).toEqual([200, { count: '2' }]);
  });

  test('is kept to the letter where its registry says so', async ({ expect }) => {
    await using project = await writeProject(
      'apis: { notes: { root: notes.yaml, x-share-contracts: { strict: true } } }\n',
    );
    await using mock = await callMock([], project.given);
    expect((await ask(`${mock.url}/notes/v2/notes`))[0]).toBe(500);
  });

  test('has the base path, the errors and the behaviour of its registry', async ({ expect }) => {
    const registry = `apis:
  notes:
    root: notes.yaml
    x-share-contracts: { mount: /my/notes, errors: errors.js, behaviour: behaviour.js }
`;
    const files = { 'errors.js': ERRORS, 'behaviour.js': BEHAVIOUR };
    await using project = await writeProject(registry, files);
    await using mock = await callMock([], project.given);
    expect(await ask(`${mock.url}/my/notes/notes`)).toEqual([200, { count: 7 }]);
    const refusal = await ask(`${mock.url}/my/notes/notes?limit=x`);
    expect(refusal).toEqual([418, { kind: 'invalid-request' }]);
  });

  test('is served in part where APIs are named, beside a file', async ({ expect }) => {
    await using project = await writeProject(
      'apis: { notes: { root: notes.yaml }, memos: { root: notes.yaml } }\n',
    );
    const file = `other=${join(project.folder, 'notes.yaml')}`;
    await using mock = await callMock(['memos', file], project.given);
    expect((await ask(`${mock.url}/memos/v2/notes`))[0]).toBe(200);
    expect((await ask(`${mock.url}/other/notes`))[0]).toBe(200);
    expect((await fetch(`${mock.url}/notes/v2/notes`)).status).toBe(404);
  });

  test.for<[what: string, registry: string, args: string[], message: string]>([
    [
      'an API that it does not list',
      'apis: { notes: { root: notes.yaml } }\n',
      ['mock', 'note'],
      'Unknown API "note". Known: notes. Did you mean "notes"? There is no such file either.\n',
    ],
    [
      'no API at all',
      'rules: {}\n',
      ['mock'],
      'FOLDER/redocly.yaml: expected an API under "apis", found none. List your contracts there, or name a file.\n',
    ],
    [
      'two APIs at one base path, of which one is by its name',
      'apis: { a: { root: notes.yaml }, b: { root: notes.yaml, x-share-contracts: { mount: /a/v2 } } }\n',
      ['mock'],
      '"a" and "b" have the same path "/a/v2". Give each one of its own in "apis".\n',
    ],
    [
      'a root that is no description',
      'apis: { notes: { root: redocly.yaml } }\n',
      ['generate'],
      'redocly.yaml: expected OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0, found no "openapi" member.\n',
    ],
    [
      'a module without errors',
      'apis: { notes: { root: notes.yaml, x-share-contracts: { errors: errors.js } } }\n',
      ['mock'],
      'FOLDER/errors.js: expected a module that exports a function "formatError", or a "provider" that has one, found the exports wrong.\n',
    ],
    [
      'options for files',
      'apis: { notes: { root: notes.yaml } }\n',
      ['mock', '--behaviour', 'x.js'],
      '--behaviour is for files: what belongs to an API of a project stands in its redocly.yaml.\n',
    ],
  ])('refuses %s', async ([, registry, args, message], { expect }) => {
    await using project = await writeProject(registry, {
      'errors.js': 'export const wrong = 1;\n',
    });
    const { code, stderr } = await callProgram(args, project.given);
    expect(stderr.replaceAll(project.folder, 'FOLDER')).toContain(message);
    expect(code).toBe(2);
  });

  test('is listed with what is set up for each API', async ({ expect }) => {
    const registry = `apis:
  notes: { root: notes.yaml, x-share-contracts: { errors: errors.js, output: lib } }
  control: { root: notes.yaml, x-share-contracts: { mount: false } }
  top: { root: notes.yaml, x-share-contracts: { mount: / } }
`;
    await using project = await writeProject(registry, { 'errors.js': ERRORS, 'lib/a.ts': '' });
    const { code, stdout } = await callProgram(['list'], project.given);
    const table = stdout.replaceAll(project.folder, 'FOLDER').replaceAll(/ {2,}/g, ' | ');
    expect(table).toMatchInlineSnapshot(`
      "API | contract | operations | provenance | mock | has
      notes | FOLDER/notes.yaml | 1 | - | /notes/v2 | errors, generated files
      control | FOLDER/notes.yaml | 1 | - | - | -
      top | FOLDER/notes.yaml | 1 | - | / | -
      "
    `);
    expect(code).toBe(0);
    const one = await callProgram(['list', 'top', '--json'], project.given);
    expect(JSON.parse(one.stdout)).toEqual([
      {
        name: 'top',
        contract: join(project.folder, 'notes.yaml'),
        operations: 1,
        webhooks: 0,
        provenance: {},
        mount: '/',
        has: [],
      },
    ]);
  });

  test('refuses to overwrite what it did not generate', async ({ expect }) => {
    await using project = await writeProject(
      'apis: { notes: { root: notes.yaml, x-share-contracts: { output: lib } } }\n',
      { 'lib/types.ts': 'export type Mine = 1;\n' },
    );
    const { code, stderr } = await callProgram(['generate'], project.given);
    expect(stderr).toBe(
      'Expected generated files, found others, which are not overwritten: lib/types.ts. Move it, or name another "output" in the registry.\n',
    );
    expect(code).toBe(2);
    const kept = await readFile(join(project.folder, 'lib/types.ts'), 'utf8');
    expect(kept).toBe('export type Mine = 1;\n');
  });
});

// One at a time: the working directory is of the whole process.
describe('no project', () => {
  useFolder({ 'my notes.yaml': NOTES });
  const given = { findProject: async () => undefined };
  const NONE = 'There is no redocly.yaml here or above';

  test('serves the APIs that ship with the package, and says so', async ({ expect }) => {
    await using mock = await callMock([], given);
    expect((await fetch(`${mock.url}/crego/shares/x/preview/`)).status).toBe(404);
    expect((await ask(`${mock.url}/crego/shares/x/preview/`))[1]).toHaveProperty('detail');
    const { stderr } = await mock.end('SIGTERM');
    expect(stderr).toContain(`${NONE}, so these are the APIs that ship with share-contracts.\n`);
  });

  test('serves a file, and says nothing of a project', async ({ expect }) => {
    await using mock = await callMock(['my notes.yaml'], given);
    expect((await ask(`${mock.url}/notes`))[0]).toBe(200);
    expect((await mock.end('SIGTERM')).stderr).not.toContain(NONE);
  });

  test('generates from a file into the working directory', async ({ expect }) => {
    const { code, stderr } = await callProgram(['generate', 'my notes.yaml'], given);
    expect(stderr).toMatchInlineSnapshot(`
      "src/generated/my-notes/client.ts: was missing, mended.
      src/generated/my-notes/operations.ts: was missing, mended.
      src/generated/my-notes/types.ts: was missing, mended.
      src/generated/my-notes/validation.ts: was missing, mended.
      src/generated/my-notes/zod.ts: was missing, mended.
      "
    `);
    expect(code).toBe(0);
    const types = await readFile('src/generated/my-notes/types.ts', 'utf8');
    expect(types).toContain('// Generated from my notes.yaml by `share-contracts generate`.');
  });

  test('builds the docs of a file into the working directory', async ({ expect }) => {
    const { code } = await callProgram(['docs', 'my notes.yaml'], given);
    expect(code).toBe(0);
    expect(await readFile('dist/docs/my-notes.html', 'utf8')).toContain(
      '<title>Notes · API docs</title>',
    );
  });

  test('builds the docs of the APIs that ship with the package into the working directory', async ({
    expect,
  }) => {
    const { code, stderr } = await callProgram(['docs'], given);
    expect(stderr).toContain(NONE);
    expect(code).toBe(0);
    expect(await readFile('dist/docs/index.html', 'utf8')).toContain('href="crego.html"');
  });

  test('is no project to generate from', async ({ expect }) => {
    const { code, stderr } = await callProgram(['generate'], given);
    expect(stderr).toBe(
      'Expected a redocly.yaml here or above, found none. Create one that lists your contracts under "apis".\n',
    );
    expect(code).toBe(2);
  });
});
