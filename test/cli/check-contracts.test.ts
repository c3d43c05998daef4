import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { describe, test } from 'vitest';
import { writeFiles } from '../support/write-files.ts';
import { AT_ONCE, callMock, callProgram } from './call-program.ts';
import { projectIn } from './project-in.ts';
import { useFolder } from './use-folder.ts';

const NOTES = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      operationId: listNotes
      responses:
        "200":
          description: Notes.
          content:
            application/json:
              schema: { $ref: Notes.yaml }
              example: { count: "2" }
`;
const ITEM = 'get: { responses: { "204": { description: Done. } } }';
const AROUND = `openapi: 3.1.0\npaths: { /a: { $ref: b.yaml }, /c: { ${ITEM} } }\n`;
const FILES = {
  'notes.yaml': NOTES,
  'Notes.yaml':
    'type: object\nproperties:\n  count: { type: integer, format: ulid }\n  id: { typ: text }\n',
  'good/notes.yaml': NOTES.replace('"2"', '2'),
  'good/Notes.yaml': 'type: object\n',
  'a.yaml': AROUND,
};
describe.concurrent('share-contracts mock', () => {
  useFolder(FILES);

  test('warns of each defect of a file, and enforces what it can', async ({ expect }) => {
    await using mock = await callMock(['notes.yaml', '--quiet'], AT_ONCE);
    const answer = await fetch(`${mock.url}/notes`);
    expect(await answer.json()).toEqual({ count: '2' });
    expect(answer.headers.get('x-mock-violations')).toContain('"pointer":"/count"');
    await mock.waitFor(/(got string "2")/);
    const { stdout, stderr } = await mock.end('SIGINT');
    expect(stderr.replaceAll(mock.url, 'http://127.0.0.1:4010')).toMatchInlineSnapshot(`
      "Mock server listens on http://127.0.0.1:4010
        notes.yaml  http://127.0.0.1:4010/
        console     http://127.0.0.1:4010/_mock/console/
        agents      http://127.0.0.1:4010/_mock/mcp
      Stop it with Ctrl+C.
      Notes.yaml:3:27: 1 format in 1 place cannot be checked and is passed over: "ulid".
      Warnings for notes.yaml, which is served all the same:
      Notes.yaml:4:9: expected a keyword of JSON Schema 2020-12, found "typ".
        At #/properties/id/typ. Used by listNotes 200. Correct the keyword, or rename an annotation to x-typ.
      Warnings for notes.yaml, which is served all the same:
      notes.yaml:13:26: "count": expected integer, got string "2".
        At #/paths/~1notes/get/responses/200/content/application~1json/example/count. Used by listNotes 200. Correct the example or its schema.
      "
    `);
    expect(stdout).toBe('');
  });

  test('refuses a file with a defect under --strict, before it listens', async ({ expect }) => {
    const args = ['mock', 'notes.yaml', '--port', '0', '--strict'];
    const { code, stdout, stderr } = await callProgram(args);
    expect(stderr).toMatchInlineSnapshot(`
      "Notes.yaml:3:27: 1 format in 1 place cannot be checked and is passed over: "ulid".
      Notes.yaml:4:9: expected a keyword of JSON Schema 2020-12, found "typ".
        At #/properties/id/typ. Used by listNotes 200. Correct the keyword, or rename an annotation to x-typ.
      notes.yaml:13:26: "count": expected integer, got string "2".
        At #/paths/~1notes/get/responses/200/content/application~1json/example/count. Used by listNotes 200. Correct the example or its schema.
      "
    `);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test.for<[version: string, entry: string]>([
    ['3.1', NOTES],
    ['3.0', NOTES.replace('3.1.0', '3.0.3')],
  ])(
    'serves a file of OpenAPI %s with formats that are no standard under --strict --errors, and says so in one line',
    async ([version, entry], { expect }) => {
      const schema =
        'type: object\nproperties:\n  count: { type: integer, format: uint32 }\n  at: { format: unixtime }\n  to: { format: unixtime }\n';
      const folder = `formats-${version}`;
      await mkdir(folder);
      await writeFile(`${folder}/notes.yaml`, entry.replace('"2"', '2'));
      await writeFile(`${folder}/Notes.yaml`, schema);
      const options = ['--strict', '--errors', '--quiet'];
      await using mock = await callMock([`${folder}/notes.yaml`, ...options]);
      expect(await (await fetch(`${mock.url}/notes`)).json()).toEqual({ count: 2 });
      const { stderr } = await mock.end('SIGINT');
      const [line] = stderr.split('\n');
      expect(line).toMatch(
        /^formats-3\.\d\/Notes\.yaml:3:\d+: 2 formats in 3 places cannot be checked and are passed over: "uint32", "unixtime"\. This is the first place\.$/,
      );
      expect(stderr.split('unixtime')).toHaveLength(2);
    },
  );

  test('serves a file without a defect under --strict', async ({ expect }) => {
    await using mock = await callMock(['good/notes.yaml', '--strict']);
    expect(await (await fetch(`${mock.url}/notes`)).json()).toEqual({ count: 2 });
  });

  test.for<[what: string, schema: string, report: string]>([
    [
      'a schema that cannot be enforced',
      'typ: object\n',
      'openapi/Notes.yaml:1:1: expected a keyword of JSON Schema 2020-12, found "typ".',
    ],
    [
      'a format that is no standard',
      'format: uint32\n',
      'openapi/Notes.yaml:1:1: expected a format that can be checked, found "uint32".',
    ],
    [
      'an example that breaks its schema',
      'properties: { count: { type: integer } }\n',
      'openapi/notes.yaml:13:26: "count": expected integer, got string "2".',
    ],
  ])('refuses an own contract with %s', async ([, schema, report], { expect }) => {
    const files = { 'openapi/notes.yaml': NOTES, 'openapi/Notes.yaml': schema };
    await using written = await writeFiles(files);
    const findProject = async () => projectIn(written.folder);
    const { code, stderr } = await callProgram(['mock', '--port', '0'], {
      ...AT_ONCE,
      findProject,
    });
    expect(stderr).toContain(`${report}\n  At #`);
    expect(code).toBe(2);
  });

  test('fetches remote files under --allow-remote alone', async ({ expect }) => {
    const server = createServer((_request, response) => {
      response.end(NOTES.replace('{ $ref: Notes.yaml }', 'true'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const url = `http://127.0.0.1:${port}/notes.yaml`;
    try {
      await using mock = await callMock([url, '--allow-remote']);
      expect(await (await fetch(`${mock.url}/notes`)).json()).toEqual({ count: '2' });
      const { code, stderr } = await callProgram(['mock', url, '--port', '0']);
      expect(stderr).toBe(
        `${url} is remote. Fetch it and refer to the file, or start with --allow-remote.\n`,
      );
      expect(code).toBe(2);
    } finally {
      server.close();
    }
  });

  test('warns of a broken reference in one line, and refuses it under --strict', async ({
    expect,
  }) => {
    const reason = 'cannot follow "b.yaml": b.yaml: expected a file, found nothing.';
    const message = `a.yaml:2:16: ${reason} Correct the reference.\n`;
    const outcome = await callProgram(['mock', 'a.yaml', '-p', '0', '--strict']);
    expect(outcome).toEqual({ code: 2, stdout: '', stderr: message });
    await using mock = await callMock(['a.yaml'], AT_ONCE);
    expect((await fetch(`${mock.url}/c`)).status).toBe(204);
    await writeFile('a.yaml', AROUND.replace('"204"', '"205"'));
    await mock.waitFor(/(Reloaded .*)\n/);
    expect((await fetch(`${mock.url}/c`)).status).toBe(205);
    expect((await mock.end('SIGINT')).stderr.split(message)).toHaveLength(3);
  });
});
