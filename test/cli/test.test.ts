import { resolve } from 'node:path';
import { describe, test } from 'vitest';
import { readProject } from '../../src/project/read-project.ts';
import { callProgram } from './call-program.ts';
import { useFolder } from './use-folder.ts';

const NOTES = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      operationId: listNotes
      parameters: [{ name: page, in: query, required: true, schema: { type: integer } }]
      responses:
        "200":
          description: Notes.
          content:
            application/json:
              schema: { type: array, items: { type: string } }
              example: [EXAMPLE]
`;
const LEFT = `  /old:
    trace: { operationId: echo, responses: { "200": { description: Echo. } } }
`;

// One at a time: the working directory is of the whole process.
describe('share-contracts test', () => {
  useFolder({
    'good.yaml': NOTES.replace('EXAMPLE', 'one'),
    'bad.yaml': NOTES.replace('EXAMPLE', '1') + LEFT,
    'broken.yaml': 'openapi: 3.1.0\npaths: [',
    'wrong.ts': 'throw new Error("No such module.");\n',
    'project/redocly.yaml': `apis:
  good: { root: ../good.yaml }
  wrong: { root: ../good.yaml, x-share-contracts: { behaviour: ../wrong.ts } }
`,
  });

  test('prints what failed, and a table', async ({ expect }) => {
    expect(await callProgram(['test', 'notes=bad.yaml', 'memos=good.yaml'])).toMatchInlineSnapshot(`
      {
        "code": 1,
        "stderr": "notes, left out: echo: no client may send TRACE
      8 tests, 1 failed.
      ",
        "stdout": "FAILED notes › an example of listNotes 200 keeps its schema, at #/paths/~1notes/get/responses/200/content/application~1json/example
        bad.yaml:14:25: "0": expected string, got number 1.
          At #/paths/~1notes/get/responses/200/content/application~1json/example/0. Used by listNotes 200. Correct the example or its schema.

      API    tests  passed  failed  left out
      notes      4       3       1         1
      memos      4       4       0         0
      ",
      }
    `);
  });

  test('succeeds where nothing failed', async ({ expect }) => {
    const { code, stderr } = await callProgram(['test', 'good.yaml']);
    expect(stderr).toBe('4 tests, 0 failed.\n');
    expect(code).toBe(0);
  });

  test('fetches nothing unless it is allowed to', async ({ expect }) => {
    const { code, stderr } = await callProgram(['test', 'https://notes.test/a.yaml']);
    expect(stderr).toContain('https://notes.test/a.yaml is remote.');
    expect(code).toBe(2);
  });

  test('prints a report as JSON', async ({ expect }) => {
    const { code, stdout } = await callProgram(['test', 'bad.yaml', '--json']);
    expect(JSON.parse(stdout)).toEqual([
      {
        api: 'bad',
        tests: 4,
        failures: [{ name: expect.any(String), message: expect.any(String) }],
        exclusions: [{ what: 'echo', reason: 'no client may send TRACE' }],
      },
    ]);
    expect(code).toBe(1);
  });

  test.for([
    [['missing.yaml'], /^missing\.yaml: expected a file, found nothing\.\n$/],
    [['broken.yaml'], /^broken\.yaml:3:1: expected YAML or JSON/],
    [['good.yaml', 'bad.yaml'], /has no name\. Give each of several files one/],
  ] as const)('refuses %j', async ([args, problem], { expect }) => {
    const { code, stdout, stderr } = await callProgram(['test', ...args]);
    expect(stderr).toMatch(problem);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test('refuses to go on without a project or a file', async ({ expect }) => {
    const { code, stderr } = await callProgram(['test'], { findProject: async () => undefined });
    expect(stderr).toMatch(/^Expected a redocly\.yaml here or above, found none\./);
    expect(code).toBe(2);
  });

  test('refuses an unknown name, and a behaviour that cannot be loaded', async ({ expect }) => {
    const findProject = async () => readProject(resolve('project/redocly.yaml'));
    const unknown = await callProgram(['test', 'goo'], { findProject });
    expect(unknown.stderr).toContain('Unknown API "goo". Known: good, wrong. Did you mean "good"?');
    expect(unknown.code).toBe(2);
    const wrong = await callProgram(['test', 'wrong'], { findProject });
    expect(wrong.stderr).toContain('the module cannot be loaded: No such module.');
    expect(wrong.code).toBe(2);
  });
});
