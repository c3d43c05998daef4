import { join } from 'node:path';
import { describe, test } from 'vitest';
import { ProjectError } from '../../src/project/project-error.ts';
import { readProject } from '../../src/project/read-project.ts';
import { writeFiles } from '../support/write-files.ts';

const FILES = { 'notes.yaml': 'openapi: 3.1.0\n', 'memos.json': '{ "openapi": "3.1.0" }' };

/** Reads a registry beside the files above. */
async function read(registry: string, files: Readonly<Record<string, string>> = {}) {
  const written = await writeFiles({ ...FILES, ...files, 'redocly.yaml': registry });
  const { folder } = written;
  const project = await readProject(join(folder, 'redocly.yaml')).finally(() =>
    written[Symbol.asyncDispose](),
  );
  return { folder, project };
}

describe('readProject', () => {
  test('reads each API with its settings, by absolute paths', async ({ expect }) => {
    const { folder, project } = await read(
      `extends: [recommended]
apis:
  notes:
    root: ./notes.yaml
    rules: { no-path-trailing-slash: off }
    x-share-contracts:
      mount: /my/notes
      strict: true
      behaviour: mocks/notes.ts
      errors: mocks/notes.ts
      scenarios: scenarios.yaml
      notes: NOTES.md
      recordings: recorded
      output: gen
      client: { module: ours, factory: make, options: { token: x }, methods: { a: b } }
  memos@v2:
    root: memos.json
  control:
    root: https://notes.test/openapi.yaml
    x-share-contracts: { mount: false }
`,
      { 'mocks/notes.ts': '', 'scenarios.yaml': '', 'NOTES.md': '', 'recorded/x': '' },
    );
    const at = (path: string) => join(folder, path);
    expect(project).toEqual({
      file: at('redocly.yaml'),
      root: folder,
      workflows: [],
      apis: [
        {
          name: 'notes',
          contract: at('notes.yaml'),
          mount: '/my/notes',
          isStrict: true,
          behaviour: at('mocks/notes.ts'),
          errors: at('mocks/notes.ts'),
          scenarios: at('scenarios.yaml'),
          notes: at('NOTES.md'),
          recordings: at('recorded'),
          output: at('gen'),
          client: { module: 'ours', factory: 'make', options: { token: 'x' }, methods: { a: 'b' } },
        },
        {
          name: 'memos@v2',
          contract: at('memos.json'),
          mount: undefined,
          isStrict: false,
          output: at('src/generated/memos@v2'),
          client: { module: './src/generated/memos@v2/client.ts', factory: 'createClient' },
        },
        {
          name: 'control',
          contract: 'https://notes.test/openapi.yaml',
          mount: false,
          isStrict: false,
          output: at('src/generated/control'),
          client: { module: './src/generated/control/client.ts', factory: 'createClient' },
        },
      ],
    });
  });

  test.for([
    ['workflows in YAML', '# Ways\narazzo: 1.0.1\n'],
    ['workflows in JSON', '{\n  "arazzo": "1.0.1"\n}'],
    ['messages', "'asyncapi': 3.0.0\n"],
    ['an overlay', 'overlay: 1.0.0\n'],
  ] as const)('leaves out %s', async ([, text], { expect }) => {
    const registry = 'apis: { notes: { root: notes.yaml }, other: { root: other.yaml } }\n';
    const { project } = await read(registry, { 'other.yaml': text });
    expect(project.apis.map(({ name }) => name)).toEqual(['notes']);
  });

  test.for([
    ['', 'rules: {}\n'],
    ['apis without APIs', 'apis: {}\n'],
    ['no APIs', 'apis:\n'],
  ] as const)('reads %s a configuration of lint alone', async ([, registry], { expect }) => {
    expect((await read(registry)).project.apis).toEqual([]);
  });

  test.for<[what: string, api: string, faults: string[]]>([
    [
      'an unknown setting',
      'root: notes.yaml\n    x-share-contracts:\n      behavior: x.ts',
      [
        '5:7: apis.notes.x-share-contracts.behavior: Unknown setting "behavior". Known: mount, strict, stateful, behaviour, errors, scenarios, notes, recordings, fidelity, output, validation, client, verify. Did you mean "behaviour"?',
      ],
    ],
    [
      'several settings of the wrong type',
      'root: notes.yaml\n    x-share-contracts:\n      strict: yes please\n      output: 5\n      notes: ""\n      validation: yup',
      [
        '5:7: apis.notes.x-share-contracts.strict: expected true or false, found "yes please".',
        '6:7: apis.notes.x-share-contracts.output: expected the path of a folder, found 5.',
        '7:7: apis.notes.x-share-contracts.notes: expected the path of a file, found "".',
        '8:7: apis.notes.x-share-contracts.validation: expected zod or valibot, found "yup".',
      ],
    ],
    [
      'settings that are a list',
      'root: notes.yaml\n    x-share-contracts: [strict]',
      ['4:5: apis.notes.x-share-contracts: expected settings by their names, found a list.'],
    ],
    [
      'no root',
      'rules: {}',
      ['2:3: apis.notes.root: expected the path or URL of a contract, found none.'],
    ],
    [
      'a root that is missing',
      'root: none.yaml',
      ['3:5: apis.notes.root: there is no FOLDER/none.yaml. Create it, or correct the path.'],
    ],
    [
      'files that are missing',
      'root: notes.yaml\n    x-share-contracts:\n      errors: e.ts\n      notes: n.md',
      [
        '5:7: apis.notes.x-share-contracts.errors: there is no FOLDER/e.ts. Create it, or correct the path.',
        '6:7: apis.notes.x-share-contracts.notes: there is no FOLDER/n.md. Create it, or correct the path.',
      ],
    ],
    ...['notes', '/notes/', '//a', '/~a', '/a?b', '/a b', 'true', '7'].map(
      (mount): [string, string, string[]] => [
        `the base path ${mount}`,
        `root: notes.yaml\n    x-share-contracts:\n      mount: ${mount}`,
        [
          `5:7: apis.notes.x-share-contracts.mount: expected a base path such as / or /notes/v2, or false for an API that is not mocked, found ${/^[t7]/.test(mount) ? mount : JSON.stringify(mount)}.`,
        ],
      ],
    ),
    ['no settings of an API', '', ['2:3: apis.notes: expected an API with its root, found null.']],
  ])('refuses %s', async ([, api, faults], { expect }) => {
    const failure = read(`apis:\n  notes:\n    ${api}\n`);
    await expect(failure).rejects.toThrow(ProjectError);
    const message = await failure.catch(({ message: text }: Error) => text);
    const lines = String(message)
      .replaceAll(/\S*?\/share-contracts-[^/]*/g, 'FOLDER')
      .split('\n');
    expect(lines).toEqual(faults.map((fault) => `FOLDER/redocly.yaml:${fault}`));
  });

  test('reads what the docs have beside the APIs', async ({ expect }) => {
    const files = { 'docs/home.md': '# Home\n', 'docs/a.md': '# A\n', 'CHANGES.md': '# Changes\n' };
    const registry = `x-share-contracts:
  docs:
    title: Memory
    home: docs/home.md
    guides: docs
    more: [CHANGES.md]
`;
    const { project, folder } = await read(registry, files);
    const at = (path: string) => join(folder, path);
    expect(project.docs).toEqual({
      title: 'Memory',
      home: at('docs/home.md'),
      guides: [at('docs')],
      more: [at('CHANGES.md')],
    });
    expect((await read('apis: {}\n')).project.docs).toBeUndefined();
  });

  test.for<[what: string, settings: string, fault: string]>([
    [
      'an unknown setting',
      'site: {}',
      '2:3: x-share-contracts.site: Unknown setting "site". Known: docs.',
    ],
    [
      'an unknown setting of the docs',
      'docs: { guide: docs }',
      '2:11: x-share-contracts.docs.guide: Unknown setting "guide". Known: title, home, guides, more, comparison. Did you mean "guides"?',
    ],
    [
      'guides that are no paths',
      'docs: { guides: [1] }',
      '2:11: x-share-contracts.docs.guides: expected the path of a file or folder, or a list of them, found a list.',
    ],
    [
      'docs that are a text',
      'docs: docs',
      '2:3: x-share-contracts.docs: expected settings by their names, found "docs".',
    ],
    [
      'a page that is missing',
      'docs: { guides: none.md }',
      '2:11: x-share-contracts.docs.guides: there is no FOLDER/none.md. Create it, or correct the path.',
    ],
  ])('refuses %s of the project', async ([, settings, fault], { expect }) => {
    const message = await read(`x-share-contracts:\n  ${settings}\n`).catch(String);
    const shown = String(message).replaceAll(/\S*?\/share-contracts-[^/]*/g, 'FOLDER');
    expect(shown).toBe(`ProjectError: FOLDER/redocly.yaml:${fault}`);
  });

  test.for([
    [
      'two APIs at one base path',
      'apis:\n  a: { root: notes.yaml, x-share-contracts: { mount: /n } }\n  b: { root: memos.json, x-share-contracts: { mount: /n } }\n',
      /:3:\d+: apis\.b\.x-share-contracts\.mount: "a" is served at \/n already\./,
    ],
    [
      'a name with a slash',
      'apis: { a/b: { root: notes.yaml } }\n',
      /apis\.a\/b: expected a name of letters/,
    ],
    [
      'APIs in a list',
      'apis: [notes.yaml]\n',
      /apis: expected APIs by their names, found a list\./,
    ],
    ['a text', 'apis\n', /redocly\.yaml:1:1: expected a configuration of Redocly, found "apis"\./],
    ['what is no YAML', 'apis: [\n', /redocly\.yaml:\d+:\d+: expected YAML or JSON/],
    ['an empty file', '\n', /redocly\.yaml: expected YAML or JSON, found an empty file\./],
  ] as const)('refuses %s', async ([, registry, message], { expect }) => {
    await expect(read(registry)).rejects.toThrow(message);
  });
});
