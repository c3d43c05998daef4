import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { getLineColLocation } from '@redocly/openapi-core';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../src/apis/root.ts';
import { lintContracts } from '../../src/lint/lint-contracts.ts';
import { ProjectError } from '../../src/project/project-error.ts';
import { writeFiles } from '../support/write-files.ts';

/** Configuration with a few of the own rules, so that a small contract can keep them. */
const CONFIG = `extends: [minimal]
plugins: [${join(ROOT, 'src/lint/plugin.ts')}]
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

/** Lints the files with some of them changed; places are those of the problems, of errors unless told. */
async function lint(changed: Record<string, string> = {}, severity = 'error') {
  await using written = await writeFiles({ ...FILES, ...changed });
  const inFolder = (text: string) => text.replaceAll(`${written.folder}/`, '');
  const { problems, count } = await lintContracts({
    registry: join(written.folder, 'redocly.yaml'),
  });
  const found = problems.filter((problem) => problem.severity === severity);
  const places = found.map(({ location: [location] }) => {
    if (location === undefined) return '';
    const { start } = getLineColLocation(location);
    return `${inFolder(location.source.absoluteRef)}:${start.line}:${start.col}`;
  });
  return { places, messages: found.map(({ message }) => inFolder(message)), count };
}

describe('lintContracts', () => {
  test('finds nothing wrong with good contracts', async () => {
    const nothing = { places: [], messages: [], count: 2 };
    expect(await lint()).toEqual(nothing);
    expect(await lint({}, 'warn')).toEqual(nothing);
  });

  test.each([
    ['openapi/other/openapi.yaml', 'openapi: 3.1.0\n', 'other'],
    ['openapi/old/swagger.json', '{"swagger":"2.0"}', 'old'],
    ['openapi/notes/workflows.arazzo.yaml', 'arazzo: 1.0.1\n', 'notes'],
    ['openapi/notes/v2/deep/notes-2.yml', 'info: {}\n"openapi": 3.1.0\n', 'notes-2'],
  ])('warns of %s, which nobody has listed, and says what to do', async (file, text, name) => {
    expect(await lint({ [file]: text }, 'warn')).toEqual({
      places: [`${file}:1:1`],
      messages: [
        `Expected every contract among "apis" of redocly.yaml, found this one in none of them. Add it, as in "${name}: { root: ${file} }".`,
      ],
      count: 2,
    });
  });

  test.each([
    ['what nobody can parse', 'openapi/other/openapi.yaml', 'openapi: [\n'],
    ['a schema', 'openapi/other/Note.yaml', 'description: An openapi document.\n'],
    ['what tools have made', 'openapi/notes/dist/openapi.yaml', 'openapi: 3.1.0\n'],
    ['what is installed', 'openapi/notes/node_modules/a/openapi.yaml', 'openapi: 3.1.0\n'],
    ['what lies deeper than all that is listed', 'openapi/b/c/openapi.yaml', 'openapi: 3.1.0\n'],
    ['what lies elsewhere', 'test/fixtures/openapi.yaml', 'openapi: 3.1.0\n'],
  ])('passes over %s', async (_what, file, text) => {
    expect((await lint({ [file]: text }, 'warn')).places).toEqual([]);
  });

  test('looks at the files beside a contract in the folder of the registry, and at none below', async () => {
    const found = await lint(
      {
        'redocly.yaml': 'extends: [minimal]\napis: { notes: { root: notes.yaml } }\n',
        'notes.yaml': FILES['openapi/memos/openapi.yaml'],
        'memos.yaml': 'openapi: 3.1.0\n',
        'package.json': '{ "name": "openapi" }',
      },
      'warn',
    );
    expect(found.places).toEqual(['memos.yaml:1:1']);
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
    const { places, messages } = await lint({ 'openapi/notes/Note.yaml': text });
    expect(places).toEqual([`openapi/notes/Note.yaml:${place}`]);
    expect(messages).toEqual([expect.stringMatching(/^Expected YAML or JSON: [^"]*\. Correct/)]);
  });

  test('reports an entry file that is no YAML in the same way', async () => {
    const { places } = await lint({ 'openapi/memos/openapi.yaml': 'openapi: [\n' });
    expect(places).toEqual(['openapi/memos/openapi.yaml:2:1']);
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

  test('fetches nothing unless it is allowed to', async () => {
    const { messages } = await lint({
      'openapi/notes/ok.yaml':
        'description: Note.\ncontent: { application/json: { schema: { $ref: "https://notes.test/Note.yaml" } } }\n',
    });
    expect(messages).toEqual([expect.stringContaining('is remote. Fetch it')]);
  });

  test('names a contract that is listed and is not there', async () => {
    const { places, messages, count } = await lint({
      'redocly.yaml': `${CONFIG}  gone: { root: openapi/gone.yaml }\n`,
    });
    expect(messages).toEqual([
      'apis.gone.root: there is no openapi/gone.yaml. Create it, correct the path, or remove the entry.',
    ]);
    expect([places, count]).toEqual([['redocly.yaml:11:17'], 2]);
  });

  test('names a setting that is unknown', async () => {
    const { places, messages } = await lint({
      'redocly.yaml': `${CONFIG}  other: { root: openapi/memos/openapi.yaml, x-share-contracts: { mont: / } }\n`,
    });
    expect(messages).toEqual([expect.stringContaining('Did you mean "mount"?')]);
    expect(places).toEqual(['redocly.yaml:11:73']);
  });

  test('reports a configuration that is no YAML', async () => {
    const { places } = await lint({ 'redocly.yaml': `${CONFIG}\n  : [` });
    expect(places).toEqual(['redocly.yaml:12:6']);
  });

  test('refuses a configuration that has a misspelt member', async () => {
    const { places } = await lint({ 'redocly.yaml': `${CONFIG}\nrule: { struct: off }\n` });
    expect(places).toEqual(['redocly.yaml:12:1']);
  });

  test.each([
    ['extends: [share/nothing]', "plugin share doesn't export config with name nothing"],
    ['extends: [recommend]', 'there is no such built-in config'],
    ['extends: 3', ''],
  ])('throws for a configuration that cannot be used: %s', async (text, problem) => {
    const plugin = `plugins: [${join(ROOT, 'src/lint/plugin.ts')}]\n`;
    const linted = lint({ 'redocly.yaml': `${plugin}${text}\n` });
    await expect(linted).rejects.toThrow(ProjectError);
    await expect(linted).rejects.toThrow(problem);
  });

  test('throws for a plugin that is not there', async () => {
    const linted = lint({ 'redocly.yaml': 'plugins: [share-contracts/lnit]\n' });
    await expect(linted).rejects.toThrow(
      /redocly\.yaml: Plugin "share-contracts\/lnit" not found\.$/,
    );
  });

  test('finds the plugin by the name of its package, in a project that has it installed', async () => {
    await using written = await writeFiles({
      ...FILES,
      'redocly.yaml': CONFIG.replace(/plugins: .*/, 'plugins: [share-contracts/lint]'),
      'openapi/notes/example.yaml': 'value:\n  count: "1"\n',
      'node_modules/.keep': '',
    });
    await symlink(ROOT, join(written.folder, 'node_modules/share-contracts'));
    const { problems } = await lintContracts({ registry: join(written.folder, 'redocly.yaml') });
    expect(problems.map(({ ruleId }) => ruleId)).toEqual(['share/example-matches-schema']);
  });
});
