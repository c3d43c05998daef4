import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { getLineColLocation } from '@redocly/openapi-core';
import { describe, expect, test } from 'vitest';
import { lintContracts } from '../../lint/lint-contracts.ts';
import { ROOT } from '../../src/apis/root.ts';
import { writeFiles } from '../support/write-files.ts';

const SCRIPT = join(ROOT, 'lint/check-contracts.ts');

/** Configuration with a few of the own rules, so that a small contract can keep them. */
const CONFIG = `extends: [minimal]
plugins: [${join(ROOT, 'openapi/rules/plugin.ts')}]
rules:
  struct: error
  no-invalid-media-type-examples: off
  share/enforceable-schema: error
  share/example-matches-schema: error
apis:
  notes: { root: openapi/notes/openapi.yaml }
  memos: { root: openapi/memos/openapi.yaml }
`;

const contractWith = (schema: string) => `openapi: 3.1.0
info: { title: Notes, version: "1", license: { name: MIT, identifier: MIT } }
servers: [{ url: https://notes.test }]
paths:
  /a: { get: { operationId: a, summary: A, security: [], responses: { "200": { $ref: ok.yaml } } } }
  /b: { get: { operationId: b, summary: B, security: [], responses: { "200": { $ref: ok.yaml } } } }
  /c:
    get:
      operationId: c
      summary: C
      security: []
      responses:
        "200":
          description: C.
          content:
            application/json:
              schema: { $ref: ${schema} }
              examples: { documented: { $ref: example.yaml } }
`;

const FILES = {
  'redocly.yaml': CONFIG,
  'openapi/notes/openapi.yaml': contractWith('Note.yaml'),
  'openapi/notes/ok.yaml': `description: Note.
content:
  application/json:
    schema: { $ref: Note.yaml }
    examples: { documented: { $ref: example.yaml } }
`,
  'openapi/notes/Note.yaml': 'type: object\nproperties:\n  count: { type: integer }\n',
  'openapi/notes/example.yaml': 'value:\n  count: 1\n',
  'openapi/memos/openapi.yaml': `openapi: 3.1.0
info: { title: Memos, version: "1" }
servers: [{ url: https://memos.test }]
paths: {}
`,
};

/** Lints the files with some of them changed; places are those of the problems. */
async function lint(changed: Record<string, string> = {}) {
  await using written = await writeFiles({ ...FILES, ...changed });
  const { lines, problems, count } = await lintContracts(written.folder);
  const inFolder = (text: string) => text.replaceAll(`${written.folder}/`, '');
  const places = problems.map(({ location: [location] }) => {
    if (location === undefined) return '';
    const { start } = getLineColLocation(location);
    return `${inFolder(location.source.absoluteRef)}:${start.line}:${start.col}`;
  });
  const messages = problems.map(({ message }) => message);
  return { lines: lines.map(inFolder), places, messages, count };
}

/** Runs the script, and gives what it prints. */
async function run(changed: Record<string, string> = {}) {
  await using written = await writeFiles({ ...FILES, ...changed });
  const options = { cwd: written.folder, env: { ...process.env, NO_COLOR: '1' } };
  return await new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(process.execPath, [SCRIPT], options, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}

describe('lintContracts', () => {
  test('finds nothing wrong with good contracts', async () => {
    expect(await lint()).toEqual({ lines: [], places: [], messages: [], count: 2 });
  });

  test.each([
    ['openapi/other/openapi.yaml', 'openapi: 3.1.0\n', 'other'],
    ['openapi/old/swagger.json', '{"swagger":"2.0"}', 'old'],
    ['openapi/notes/workflows.arazzo.yaml', 'arazzo: 1.0.1\n', 'notes'],
  ])('names %s, which nobody has listed, and what to do', async (file, text, name) => {
    expect((await lint({ [file]: text })).lines).toEqual([
      `${file}: expected every contract among "apis" of redocly.yaml, found this one in none of them. Add it, as in "${name}: { root: ${file} }".`,
    ]);
  });

  test('reports a wrong example once, however many operations share it', async () => {
    const found = await lint({ 'openapi/notes/example.yaml': 'value:\n  count: "1"\n' });
    expect(found.places).toEqual(['openapi/notes/example.yaml:2:10']);
    expect(found.messages).toEqual([
      'Example "documented" of application/json, body at /count: expected integer, got string "1". Correct the example or its schema.',
    ]);
  });

  test.each<[what: string, keyword: string, place: string, problem: string]>([
    ['an unknown format', 'format: ulid', '3:20', 'a format that can be checked, found "ulid"'],
    [
      'an invalid pattern',
      'pattern: (',
      '3:21',
      'a regular expression (ECMA-262, flag u), found "("',
    ],
    ['an unknown keyword', 'typ: text', '3:12', 'typ'],
    ['a wrong value', 'enum: a', '3:18', 'array'],
  ])('reports %s once, where it stands', async (_what, keyword, place, problem) => {
    const { places, messages } = await lint({
      'openapi/notes/Note.yaml': `type: object\nproperties:\n  count: { ${keyword} }\n`,
    });
    expect(places).toEqual([`openapi/notes/Note.yaml:${place}`]);
    expect(messages[0]).toContain(problem);
  });

  test.each<[what: string, text: string, place: string]>([
    ['an indentation', 'type: object\n properties:\n  count: {}\n', '2:12'],
    ['a brace', 'type: object\nproperties: { count: { type: integer }\n', '3:1'],
    ['a colon in a description', 'type: object\ndescription: Notes: all of them\n', '2:19'],
    ['a tab', 'type: object\nproperties:\n\tcount: {}\n', '3:1'],
  ])('reports %s that breaks a file once, and nothing that follows from it', async (...slip) => {
    const [, text, place] = slip;
    const { lines, places } = await lint({ 'openapi/notes/Note.yaml': text });
    expect(lines).toEqual([expect.stringMatching(`^openapi/notes/Note.yaml:${place}: `)]);
    expect(places).toEqual([]);
  });

  test.each(['Missing.yaml', 'Note.yaml#/nowhere', 'Note.yaml#/properties/size'])(
    'reports a reference to %s once, and nothing that follows from it',
    async (ref) => {
      const { places, messages } = await lint({
        'openapi/notes/ok.yaml': `description: Note.\ncontent: { application/json: { schema: { $ref: "${ref}" }, example: 1 } }\n`,
      });
      expect(messages).toEqual([expect.stringContaining("Can't resolve $ref")]);
      expect(places).toEqual(['openapi/notes/ok.yaml:2:40']);
    },
  );

  test('names a contract that is listed and is not there', async () => {
    const { lines, places, count } = await lint({
      'redocly.yaml': `${CONFIG}  gone: { root: openapi/gone.yaml }\n`,
    });
    expect(lines).toEqual([
      'redocly.yaml: expected a file as root of "gone", found none at openapi/gone.yaml. Correct the path, or remove the entry.',
    ]);
    expect([places, count]).toEqual([[], 2]);
  });

  test('reports a configuration that is no YAML', async () => {
    const { lines } = await lint({ 'redocly.yaml': `${CONFIG}\n  : [` });
    expect(lines).toEqual([expect.stringMatching(/^redocly\.yaml:\d+:\d+: expected YAML or JSON/)]);
  });

  test('refuses a configuration that has a misspelt member', async () => {
    const { places } = await lint({ 'redocly.yaml': `${CONFIG}\nrule: { struct: off }\n` });
    expect(places).toEqual(['redocly.yaml:12:1']);
  });
});

describe('lint:contracts', () => {
  test('fails with the place, the problem and a count, and no advice to ignore it', async () => {
    const { code, stdout, stderr } = await run({
      'openapi/notes/example.yaml': 'value:\n  count: "1"\n',
      'openapi/other/openapi.yaml': 'openapi: 3.1.0\n',
    });
    expect(stdout).toContain('[1] openapi/notes/example.yaml:2:10 at #/value/count\n\nExample');
    expect(stderr).toMatch(
      /^openapi\/other\/openapi\.yaml: .*\nFound 2 problems in the contracts\.\n$/,
    );
    expect(stdout + stderr).not.toMatch(/ignore/i);
    expect(code).toBe(1);
  });

  test('succeeds where there is nothing to report', async () => {
    const stderr = 'Checked 2 contracts and workflows. No problems found.\n';
    expect(await run()).toEqual({ code: 0, stdout: '', stderr });
  });
});
