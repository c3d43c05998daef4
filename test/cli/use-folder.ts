import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/** Writes files to a folder that is the working directory of this process during the tests of a file. */
export function useFolder(files: Readonly<Record<string, string>>): void {
  const former = process.cwd();
  beforeAll(async () => {
    process.chdir(await mkdtemp(join(tmpdir(), 'share-contracts-test-')));
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(name), { recursive: true });
      await writeFile(name, text);
    }
  });
  afterAll(async () => {
    const folder = process.cwd();
    process.chdir(former);
    await rm(folder, { recursive: true });
  });
}
