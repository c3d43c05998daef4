import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/**
 * Writes files to a folder that is the working directory of this process during the tests of a file.
 *
 * It removes what it has made, by its path: the working directory may be another one by then.
 */
export function useFolder(files: Readonly<Record<string, string>>): void {
  let made: { readonly folder: string; readonly former: string } | undefined;
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'share-contracts-test-'));
    made = { folder, former: process.cwd() };
    process.chdir(folder);
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(name), { recursive: true });
      await writeFile(name, text);
    }
  });
  afterAll(async () => {
    if (made === undefined) return;
    process.chdir(made.former);
    await rm(made.folder, { recursive: true });
  });
}
