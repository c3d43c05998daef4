import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { writeFiles } from '../support/write-files.ts';
import { callProgram } from './call-program.ts';
import { ownPackageIn } from './own-package.ts';

describe('share-contracts docs', () => {
  test('refuses a contract that cannot be loaded, and writes nothing', async ({ expect }) => {
    await using written = await writeFiles({ 'openapi/notes.yaml': 'openapi: 4.0.0\n' });
    const own = ownPackageIn(written.folder);
    const { code, stdout, stderr } = await callProgram(['docs'], { own });
    expect(stderr.replaceAll(written.folder, 'FOLDER')).toMatchInlineSnapshot(`
      "FOLDER/openapi/notes.yaml: expected OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0, found "openapi: 4.0.0".
      "
    `);
    expect(stdout).toBe('');
    expect(code).toBe(2);
    await expect(access(join(written.folder, 'dist'))).rejects.toThrow('ENOENT');
  });
});
