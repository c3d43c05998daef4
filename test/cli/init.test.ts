import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { beforeEach, describe, onTestFinished, test } from 'vitest';
import { ROOT } from '../../src/apis/root.ts';
import { findRegistry } from '../../src/project/find-registry.ts';
import { readProject } from '../../src/project/read-project.ts';
import { callProgram } from './call-program.ts';
import { useFolder } from './use-folder.ts';

const PETS = `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths:
  /pets:
    get:
      operationId: listPets
      responses: { "200": { $ref: "#/components/responses/All" } }
components:
  responses:
    All: { description: All., content: { application/json: { schema: { type: array, items: { type: string } } } } }
`;

/** Runs \`init\` in the working directory, as a process there would. */
async function init(...args: string[]) {
  const findProject = async () => {
    const registry = await findRegistry(process.cwd());
    return registry === undefined || !registry.startsWith(process.cwd())
      ? undefined
      : readProject(registry);
  };
  return callProgram(['init', ...args], { findProject });
}

async function listFiles(): Promise<string[]> {
  const found = await readdir('.', { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

async function readAll(): Promise<Record<string, string>> {
  const files = await listFiles();
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const)),
  );
}

const MADE = [
  'package.json',
  'pets.yaml',
  'redocly.yaml',
  'src/generated/pets/client.ts',
  'src/generated/pets/operations.ts',
  'src/generated/pets/types.ts',
  'src/generated/pets/validation.ts',
  'src/generated/pets/zod.ts',
  'test/contracts.test.ts',
];

describe('share-contracts init', () => {
  useFolder({});
  beforeEach(async () => {
    for (const name of await readdir('.')) await rm(name, { recursive: true });
    await writeFile('pets.yaml', PETS);
  });

  test('makes a project of a contract, and says of what it consists', async ({ expect }) => {
    const { code, stdout, stderr } = await init('./pets.yaml');
    expect(stderr).toMatchInlineSnapshot(`
      "src/generated/pets/client.ts: generated.
      src/generated/pets/operations.ts: generated.
      src/generated/pets/types.ts: generated.
      src/generated/pets/validation.ts: generated.
      src/generated/pets/zod.ts: generated.
      test/contracts.test.ts: created, tests every API.
      package.json: created, has the scripts mock, generate, docs, lint:contracts, test:contracts.
      redocly.yaml: created, lists pets.
      Install the package where its scripts run: npm install --save-dev share-contracts

      Serve it:
        npx share-contracts mock --stateful
      Call it:
        import { createClient } from './src/generated/pets/client.ts';
        const api = createClient({ baseUrl: 'http://127.0.0.1:4010/pets' });
        console.log(await api.listPets());
      "
    `);
    expect([code, stdout]).toEqual([0, '']);
    expect(await listFiles()).toEqual(MADE);
    const { apis } = await readProject(join(process.cwd(), 'redocly.yaml'));
    expect(apis.map(({ name, contract }) => [name, contract])).toEqual([
      ['pets', join(process.cwd(), 'pets.yaml')],
    ]);
  });

  test('makes one of a contract to begin with', async ({ expect }) => {
    const { code } = await init();
    expect(code).toBe(0);
    expect(load(await readFile('redocly.yaml', 'utf8'))).toMatchObject({
      apis: { notes: { root: 'openapi/notes.yaml' } },
    });
    expect(await readFile('openapi/notes.yaml', 'utf8')).toBe(
      await readFile(join(ROOT, 'src/init/notes.yaml'), 'utf8'),
    );
  });

  test('adds a contract to a project, from a folder in it', async ({ expect }) => {
    await init('./pets.yaml');
    const before = await readAll();
    await mkdir('openapi');
    await writeFile('openapi/openapi.yaml', PETS.replace('Pets', 'Wild Animals'));
    const { code } = await init('openapi/openapi.yaml');
    expect(code).toBe(0);
    const { apis } = await readProject(join(process.cwd(), 'redocly.yaml'));
    expect(apis.map(({ name }) => name)).toEqual(['pets', 'wild-animals']);
    const { 'redocly.yaml': registry, ...others } = await readAll();
    expect(others).toMatchObject(
      Object.fromEntries(Object.entries(before).filter(([file]) => file !== 'redocly.yaml')),
    );
    expect(registry?.startsWith(before['redocly.yaml'] ?? '')).toBe(true);
  });

  test('changes nothing the second time', async ({ expect }) => {
    await init('./pets.yaml');
    const before = await readAll();
    const { code, stderr } = await init('./pets.yaml');
    expect(code).toBe(0);
    expect(stderr).toMatch(/^All of it is there already\.\n/);
    expect(await readAll()).toEqual(before);
  });

  test('leaves what is there as it is', async ({ expect }) => {
    const mine = {
      'test/contracts.test.ts': '// Mine.\n',
      'package.json': '{ "name": "mine", "scripts": { "mock": "mine" } }\n',
      'redocly.yaml': '# Mine.\nextends: [minimal]\n',
    };
    await mkdir('test');
    for (const [file, text] of Object.entries(mine)) await writeFile(file, text);
    await init('./pets.yaml');
    expect(await readFile('test/contracts.test.ts', 'utf8')).toBe('// Mine.\n');
    const { name, scripts } = JSON.parse(await readFile('package.json', 'utf8'));
    expect([name, scripts.mock, scripts.generate]).toEqual([
      'mine',
      'mine',
      'share-contracts generate',
    ]);
    expect(await readFile('redocly.yaml', 'utf8')).toBe(
      '# Mine.\nextends: [minimal]\n\napis:\n  pets:\n    root: pets.yaml\n',
    );
  });

  test.for(MADE.filter((file) => file !== 'pets.yaml'))(
    'ends a run that was interrupted before it wrote %s',
    async (missing, { expect }) => {
      await init('./pets.yaml');
      const whole = await readAll();
      // All that is written later is not there either.
      const order = [
        'src/generated/pets/client.ts',
        'src/generated/pets/operations.ts',
        'src/generated/pets/types.ts',
        'src/generated/pets/validation.ts',
        'src/generated/pets/zod.ts',
        'test/contracts.test.ts',
        'package.json',
        'redocly.yaml',
      ];
      for (const file of order.slice(order.indexOf(missing))) await rm(file);
      const { code } = await init('./pets.yaml');
      expect(code).toBe(0);
      expect(await readAll()).toEqual(whole);
    },
  );

  test('says so of a contract that an interrupted run has copied', async ({ expect }) => {
    expect((await init()).stderr).toContain('openapi/notes.yaml: created.');
    await rm('redocly.yaml');
    expect((await init()).stderr).toContain('openapi/notes.yaml: is there already.');
  });

  test('copies a contract of a URL, with all that it refers to', async ({ expect }) => {
    const texts: Readonly<Record<string, string>> = {
      '/pets.yaml': PETS,
      '/split.yaml': PETS.replace('items: { type: string }', 'items: { $ref: "./pet.yaml" }'),
      '/pet.yaml': 'type: integer\n',
    };
    const server = createServer(({ url = '' }, response) => response.end(texts[url]));
    onTestFinished(() => void server.close());
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const url = `http://127.0.0.1:${Object(server.address()).port}`;
    expect((await init(`${url}/pets.yaml`)).code).toBe(0);
    expect(await readFile('openapi/pets.yaml', 'utf8')).toBe(PETS);
    expect((await init(`${url}/split.yaml`)).code).toBe(0);
    const { components } = JSON.parse(await readFile('openapi/split.json', 'utf8'));
    expect(JSON.stringify(components)).toContain('"type":"integer"');
  });

  test.for<[what: string, files: Record<string, string>, args: string[], message: string]>([
    ['a file that is missing', {}, ['./none.yaml'], 'none.yaml: expected a file, found nothing.'],
    [
      'a file that is no contract',
      { 'a.yaml': 'a: 1\n' },
      ['a.yaml'],
      'expected OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0',
    ],
    [
      'a contract that refers to nothing',
      { 'a.yaml': PETS.replace('responses/All', 'responses/None') },
      ['a.yaml'],
      'cannot follow "#/components/responses/None"',
    ],
    ['a file that is no YAML', { 'a.yaml': 'a: [\n' }, ['a.yaml'], 'a.yaml:2:1'],
    [
      'a name that is none',
      {},
      ['pets.yaml', '--name', '../x'],
      '--name ../x: expected a name of letters',
    ],
    [
      'a name that is taken',
      { 'redocly.yaml': 'apis: { pets: { root: b.yaml } }\n', 'b.yaml': PETS },
      ['pets.yaml'],
      'lists another API as "pets". Give this one a name of its own: --name <name>.',
    ],
    [
      'a name that a workflow has',
      { 'redocly.yaml': 'apis: { pets: { root: b.yaml } }\n', 'b.yaml': 'arazzo: 1.0.1\n' },
      ['pets.yaml'],
      'lists another API as "pets".',
    ],
    [
      'a registry with a fault',
      { 'redocly.yaml': 'apis: { a: { root: none.yaml } }\n' },
      ['pets.yaml'],
      'redocly.yaml:1:',
    ],
    [
      'no contract in a project that has one',
      { 'redocly.yaml': 'apis: { pets: { root: pets.yaml } }\n' },
      [],
      'lists APIs already. Name the contract to add',
    ],
    [
      'a manifest that is no JSON',
      { 'package.json': '{' },
      ['pets.yaml'],
      'package.json: expected a JSON object, found another text. Correct it first.',
    ],
    [
      'a manifest that is a list',
      { 'package.json': '[]' },
      ['pets.yaml'],
      'package.json: expected a JSON object',
    ],
    [
      'a folder of generated files with others',
      { 'src/generated/pets/zod.ts': '// Mine.\n' },
      ['pets.yaml'],
      'Expected generated files, found others, which are not overwritten: src/generated/pets/zod.ts.',
    ],
    [
      'a file in the place of a folder',
      { test: '' },
      ['pets.yaml'],
      'Change what is there, or choose another place.',
    ],
    [
      'another contract to begin with',
      { 'openapi/notes.yaml': PETS },
      [],
      'notes.yaml: expected no file, found another contract.',
    ],
  ])('refuses %s, and overwrites nothing', async ([, files, args, message], { expect }) => {
    for (const [file, text] of Object.entries(files)) {
      await mkdir(join(file, '..'), { recursive: true });
      await writeFile(file, text);
    }
    const before = await readAll();
    const { code, stdout, stderr } = await init(...args);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect([code, stdout]).toEqual([2, '']);
    expect(await readAll()).toMatchObject(before);
  });
});
