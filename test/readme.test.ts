import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { generateTypes } from '../src/generate/generate-types.ts';
import { compileStrictly } from './support/compile-strictly.ts';
import { contractFromYaml } from './support/contract-from-yaml.ts';
import { startProcess } from './support/start-process.ts';

const run = promisify(execFile);
const ORIGIN = 'http://127.0.0.1:4010';
const FOLDER = 'dist/readme';

const readme = await readFile('README.md', 'utf8');
const mocksReadme = await readFile('mocks/README.md', 'utf8');
const testingReadme = await readFile('TESTING.md', 'utf8');
const verifyReadme = await readFile('VERIFYING.md', 'utf8');
const clientReadme = await readFile('src/clients/README.md', 'utf8');
/** Guides of the docs, whose commands and programs run as well. */
const guides = await Promise.all(
  ['docs/home.md', ...globSync('docs/guides/*.md').sort()].map(async (file) => ({
    file,
    text: await readFile(file, 'utf8'),
  })),
);
const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));
const server = await startProcess(
  'src/cli/start.js',
  ['mock', '-p', '0'],
  /(http:\/\/127\.0\.0\.1:\d+)/,
);
await mkdir(FOLDER, { recursive: true });

afterAll(async () => {
  await server.stop();
  await rm(FOLDER, { recursive: true });
});

/** Code blocks of a language, pointed at the server of this test. */
function blocks(language: string, text = readme): string[] {
  const pattern = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm');
  return [...text.matchAll(pattern)].map(([, code = '']) => code.replaceAll(ORIGIN, server.match));
}

/** Calls of the server of this test that stand in a line each. */
function callsOf(text: string): string[] {
  return blocks('sh', text)
    .flatMap((code) => code.split('\n'))
    .filter((line) => line.startsWith('curl') && line.includes(server.match));
}

/** The spec for which `mocks/README.md` has a behaviour. */
const NOTES = `
paths:
  /notes:
    get:
      operationId: listNotes
      responses: { "200": { description: Notes., content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Note" } } } } } }
    post:
      operationId: addNote
      requestBody: { required: true, content: { application/json: { schema: { type: object, required: [text], properties: { text: { type: string } } } } } }
      responses: { "201": { description: Note., content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } } } }
components:
  schemas:
    Note: { type: object, required: [id, text], properties: { id: { type: string }, text: { type: string } } }
`;

describe('README', () => {
  const shell = blocks('sh');
  const curls = callsOf(readme);

  test('shows a call of each API', () => expect(curls).toHaveLength(4));

  test.each(curls)('%s', async (command) => {
    const { stdout } = await run('bash', [
      '-c',
      `${command} --silent --write-out '\n%{http_code}'`,
    ]);
    const status = stdout.slice(stdout.lastIndexOf('\n') + 1);
    expect(status).toBe('200');
  });

  test.each(callsOf(mocksReadme))('and that of mocks: %s', async (command) => {
    const { stdout } = await run('bash', ['-c', `${command} --silent --write-out '%{http_code}'`]);
    expect(stdout.slice(-3)).toBe('200');
  });

  test('shows in ten lines what becomes of a share', async () => {
    const [walk = ''] = shell.filter((code) => code.startsWith('mock='));
    const lines = walk.trim().split('\n');
    expect(lines).toHaveLength(10);
    const options = `--silent --output /dev/null --write-out '%{http_code}\n'`;
    const { stdout } = await run('bash', [
      '-c',
      `curl() { command curl ${options} "$@"; }\n${walk}`,
    ]);
    const expected = lines.flatMap((line) => / # (\d{3}), /.exec(line)?.[1] ?? []);
    expect(stdout.trim().split('\n')).toEqual(expected);
    expect(expected).toHaveLength(7);
  });

  const walks = guides.flatMap(({ file, text }) =>
    blocks('sh', text)
      .filter((code) => / # \d{3}/.test(code))
      .map((code, index) => ({ name: `${file}, ${index + 1}`, code })),
  );

  // In their order, since a later one goes on in the sandbox of an earlier one.
  test.each(walks)('what $name shows has the status that it says', async ({ code }) => {
    const lines = code.trim().split('\n');
    const options = `--silent --output /dev/null --write-out '%{http_code}\n'`;
    const { stdout } = await run('bash', [
      '-c',
      `curl() { command curl ${options} "$@"; }\n${code}`,
    ]);
    const expected = lines.flatMap((line) => / # (\d{3})/.exec(line)?.[1] ?? []);
    expect(stdout.trim().split('\n')).toEqual(expected);
    expect(lines.filter((line) => line.startsWith('curl'))).toHaveLength(expected.length);
  });

  test('the guides name commands of the program', async () => {
    const { stdout } = await run(process.execPath, ['src/cli/start.js', '--help']);
    const known = [...stdout.matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name);
    const named = guides.flatMap(({ text }) =>
      [...text.matchAll(/npx share-contracts ([a-z]+)/g)].map(([, name]) => name),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(known).toEqual(expect.arrayContaining(named));
  });

  const isTest = (code: string) => code.includes('share-contracts/testing/vitest');
  const programs = [readme, clientReadme, testingReadme, ...guides.map(({ text }) => text)]
    .flatMap((text) => blocks('ts', text))
    // A behaviour has to be compiled, and a test needs its runner.
    .filter((code) => !isTest(code) && !/from 'vitest'|defineBehaviour/.test(code));
  test.each(programs.map((code, index) => ({ code, file: `${FOLDER}/${index}.ts` })))(
    'the program $file prints what it says',
    async ({ code, file }) => {
      await writeFile(file, code);
      const { stdout } = await run(process.execPath, [file]);
      const expected = [...code.matchAll(/(?:^|; )\/\/ (.*)$/gm)].map(([, line]) => line);
      // A configuration prints nothing, and is read alone.
      const printed = code.includes('defineConfig') ? [] : expected;
      expect(printed.length > 0 || code.includes('defineConfig')).toBe(true);
      expect(stdout.split('\n').filter((line) => line !== '')).toEqual(printed);
    },
  );

  test('has programs that compile, strictly', async () => {
    const texts = [
      ...[readme, clientReadme, testingReadme, verifyReadme, mocksReadme],
      ...guides.map(({ text }) => text),
    ];
    const codes = texts.flatMap((text) => blocks('ts', text));
    const files = codes.map((_, index) => `${FOLDER}/compiled/${index}.ts`);
    await mkdir(`${FOLDER}/compiled/generated`, { recursive: true });
    await Promise.all(files.map((file, index) => writeFile(file, codes[index] ?? '')));
    const notes = await generateTypes(await contractFromYaml(NOTES));
    await writeFile(`${FOLDER}/compiled/generated/notes.ts`, notes);
    expect(codes.length).toBeGreaterThan(8);
    expect(compileStrictly(files)).toEqual([]);
  });

  test('shows a consumer test that fails, with its message', async () => {
    const [code = ''] = blocks('ts').filter(isTest);
    const [message = ''] = blocks('').filter((text) => text.startsWith('ContractBreachError'));
    await writeFile(`${FOLDER}/shown.test.ts`, code);
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--root', FOLDER];
    const failed = await run(process.execPath, vitest, { env: { ...process.env, NO_COLOR: '1' } })
      .then(() => ({ code: 0, stderr: '' }))
      .catch((error: { code: number; stderr: string }) => error);
    expect(failed.code).toBe(1);
    for (const line of message.trim().split('\n')) expect(failed.stderr).toContain(line);
  });

  test('has tests of a server in VERIFYING, which fail where it does not keep its contract', async () => {
    const [code = ''] = blocks('ts', verifyReadme);
    const folder = `${FOLDER}/verifying`;
    await mkdir(folder, { recursive: true });
    const head = 'openapi: 3.1.0\ninfo: { title: Notes, version: 1.0.0 }';
    await writeFile(`${folder}/openapi.yaml`, `${head}${NOTES}`);
    await writeFile(`${folder}/server.test.ts`, code);
    const failed = await run(process.execPath, [resolve('node_modules/vitest/vitest.mjs'), 'run'], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1' },
    })
      .then(() => ({ code: 0, stderr: '', stdout: '' }))
      .catch((error: { code: number; stderr: string; stdout: string }) => error);
    expect(failed.code).toBe(1);
    expect(failed.stdout).toMatch(/1 failed \| 1 passed/);
    expect(failed.stderr).toContain('POST /notes addNote');
    expect(failed.stderr).toContain('VerifyError: Undocumented status at answer status');
  });

  test('names scripts that exist', () => {
    const named = [...readme.matchAll(/npm run ([a-z]+)/g)].map(([, name]) => name);
    expect(named).not.toEqual([]);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
  });

  test('stays under 200 lines', () => expect(readme.split('\n').length).toBeLessThan(200));
});
