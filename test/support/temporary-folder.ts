import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export interface TemporaryFolder {
  readonly path: string;
  readonly at: (name: string) => string;
  /** Writes a file in place and gives its path. */
  readonly write: (name: string, text: string) => Promise<string>;
}

/** Makes a folder that goes away with the test. */
export async function makeFolder(): Promise<TemporaryFolder> {
  const folder = await mkdtempDisposable(join(tmpdir(), 'share-contracts-test-'));
  onTestFinished(() => folder.remove());
  const at = (name: string) => join(folder.path, name);
  const write = async (name: string, text: string) => {
    await writeFile(at(name), text);
    return at(name);
  };
  return { path: folder.path, at, write };
}
