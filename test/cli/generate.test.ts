import { cp, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { ROOT } from '../../src/apis/root.ts';
import type { ProjectApi } from '../../src/project/project.ts';
import { type WrittenFiles, writeFiles } from '../support/write-files.ts';
import { callProgram } from './call-program.ts';
import { projectIn } from './project-in.ts';
import type { CliOutcome } from './run-cli.ts';
import { useFolder } from './use-folder.ts';

const CONTRACT = `
openapi: 3.1.0
info: { title: Notes, version: "1" }
components:
  schemas:
    Note: { type: string }
`;
const TYPES = 'src/generated/notes/types.ts';
const ZOD = 'src/generated/notes/zod.ts';
const STALE = '// Generated from an older contract.\nexport type Note = number;\n';

/** Configures the zod generator, with an old zod. */
const OTHERS = {
  'package.json': '{ "dependencies": { "zod": "3.20.0" } }',
  'openapi-ts.config.mjs': `export default { parser: { filters: { schemas: { exclude: ['Note'] } } } };\n`,
};

// One at a time: the working directory is of the whole process.
describe('share-contracts generate', () => {
  useFolder(OTHERS);

  test('with --check names each stale file and how to mend it, and writes nothing', async ({
    expect,
  }) => {
    await using written = await writePackage();
    const { code, stdout, stderr } = await generate(written.folder, ['--check']);
    expect(stderr).toMatchInlineSnapshot(`
      "src/generated/notes/client.ts: missing.
      src/generated/notes/operations.ts: missing.
      src/generated/notes/types.ts: stale.
      src/generated/notes/validation.ts: missing.
      src/generated/notes/zod.ts: missing.
      Run the same without --check and commit the result.
      "
    `);
    expect(stdout).toBe('');
    expect(code).toBe(1);
    expect(await readFile(join(written.folder, TYPES), 'utf8')).toBe(STALE);
  });

  test('writes each stale file, whatever the working directory configures', async ({ expect }) => {
    await using written = await writePackage();
    const { code, stdout, stderr } = await generate(written.folder);
    expect(stderr).toMatchInlineSnapshot(`
      "src/generated/notes/client.ts: was missing, mended.
      src/generated/notes/operations.ts: was missing, mended.
      src/generated/notes/types.ts: was stale, mended.
      src/generated/notes/validation.ts: was missing, mended.
      src/generated/notes/zod.ts: was missing, mended.
      "
    `);
    expect(stdout).toBe('');
    expect(code).toBe(0);
    expect(await readFile(join(written.folder, ZOD), 'utf8')).toMatchInlineSnapshot(`
      "// Generated from openapi/notes.yaml by \`share-contracts generate\`. Do not edit.

      import * as z from 'zod/mini';

      export const zNote = /* @__PURE__ */ z.string();
      "
    `);
    expect(await generate(written.folder, ['--check'])).toEqual({
      code: 0,
      stdout: '',
      stderr: 'Generated files are up to date.\n',
    });
  });

  test('takes the library that is chosen, and removes the schemas of another', async ({
    expect,
  }) => {
    await using written = await writePackage();
    await generate(written.folder);
    const { stderr } = await generate(written.folder, [], { validation: 'valibot' });
    expect(stderr).toMatchInlineSnapshot(`
      "src/generated/notes/valibot.ts: was missing, mended.
      src/generated/notes/zod.ts: was left over, mended.
      "
    `);
    const text = await readFile(join(written.folder, 'src/generated/notes/valibot.ts'), 'utf8');
    expect(text).toContain('export const vNote = /* @__PURE__ */ v.string();\n');
  });

  test('refuses a contract that cannot be loaded', async ({ expect }) => {
    await using written = await writeFiles({ 'openapi/notes.yaml': 'openapi: 4.0.0\n' });
    const { code, stdout, stderr } = await generate(written.folder, ['--check']);
    expect(stderr.replaceAll(written.folder, 'FOLDER')).toMatchInlineSnapshot(`
      "openapi/notes.yaml: expected OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0, found "openapi: 4.0.0".
      "
    `);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});

/** Writes a package with one generated file that is stale and one that is missing. */
async function writePackage(): Promise<WrittenFiles> {
  const written = await writeFiles({ 'openapi/notes.yaml': CONTRACT, [TYPES]: STALE });
  await cp(join(ROOT, 'package.json'), join(written.folder, 'package.json'));
  await symlink(join(ROOT, 'node_modules'), join(written.folder, 'node_modules'));
  return written;
}

/** Runs the `generate` command for a package. */
function generate(
  root: string,
  options: readonly string[] = [],
  settings: Pick<ProjectApi, 'validation'> = {},
): Promise<CliOutcome> {
  const project = projectIn(root);
  const apis = project.apis.map((api) => ({ ...api, ...settings }));
  return callProgram(['generate', ...options], { findProject: async () => ({ ...project, apis }) });
}
