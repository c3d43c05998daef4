import { mkdir, mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, test } from 'vitest';
import { copyPackage } from './copy-package.ts';
import { type CliOutcome, endRunningClis, runCli } from './run-cli.ts';

const TYPES = 'src/generated/notes/types.ts';
const ZOD = 'src/generated/notes/zod.ts';
const STALE = 'export type Note = number;\n';

afterAll(endRunningClis);

describe.concurrent('share-contracts generate', () => {
  test('with --check names each stale file and how to mend it, and writes nothing', async ({
    expect,
  }) => {
    await using copy = await makeCopy();
    const { code, stdout, stderr } = await generate(copy.path, ['--check']);
    expect(stderr).toMatchInlineSnapshot(`
      "src/generated/notes/types.ts: stale.
      src/generated/notes/zod.ts: missing.
      Run "npm run generate" and commit the result.
      "
    `);
    expect(stdout).toBe('');
    expect(code).toBe(1);
    expect(await readFile(join(copy.path, TYPES), 'utf8')).toBe(STALE);
  });

  test('writes each stale file, whatever the working directory configures', async ({ expect }) => {
    await using copy = await makeCopy();
    const cwd = await makeConfiguredFolder(copy.path);
    const { code, stdout, stderr } = await generate(copy.path, [], cwd);
    expect(stderr).toMatchInlineSnapshot(`
      "src/generated/notes/types.ts: was stale, mended.
      src/generated/notes/zod.ts: was missing, mended.
      "
    `);
    expect(stdout).toBe('');
    expect(code).toBe(0);
    expect(await readFile(join(copy.path, ZOD), 'utf8')).toMatchInlineSnapshot(`
      "// Generated from openapi/notes.yaml by \`npm run generate\`. Do not edit.

      import * as z from 'zod';

      export const zNote = z.string();
      "
    `);
    expect(await generate(copy.path, ['--check'])).toEqual({
      code: 0,
      stdout: '',
      stderr: 'Generated files are up to date.\n',
    });
  });

  test('ends with a stack and exit code 1 on a defect of its own', async ({ expect }) => {
    await using copy = await makeCopy();
    const source = join(copy.path, 'src/generate/generate-zod.ts');
    await writeFile(source, `export function generateZod() { throw new TypeError('Defect.'); }`);
    const { code, stderr } = await generate(copy.path);
    expect(stderr).toMatch(/TypeError: Defect\.\n +at generateZod .*generate-zod\.ts:1:/);
    expect(code).toBe(1);
  });
});

/** Copies the package, with one generated file that is stale and one that is missing. */
async function makeCopy() {
  const copy = await mkdtempDisposable(join(tmpdir(), 'share-contracts-test-'));
  await copyPackage(copy.path);
  await mkdir(join(copy.path, 'src/generated/notes'), { recursive: true });
  await writeFile(join(copy.path, TYPES), STALE);
  return copy;
}

/** Makes a folder that configures the zod generator and has an old zod. */
async function makeConfiguredFolder(root: string): Promise<string> {
  const folder = join(root, 'configured');
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), '{ "dependencies": { "zod": "3.20.0" } }');
  const config = `export default { parser: { filters: { schemas: { exclude: ['Note'] } } } };\n`;
  await writeFile(join(folder, 'openapi-ts.config.mjs'), config);
  return folder;
}

/** Runs the `generate` command of a copy of this package. */
function generate(root: string, options: readonly string[] = [], cwd = root): Promise<CliOutcome> {
  return runCli(['generate', ...options], { cwd, main: join(root, 'src/cli/start.js') });
}
