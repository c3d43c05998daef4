import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Folder of files that `await using` removes with its scope. */
export interface WrittenFiles extends AsyncDisposable {
  readonly folder: string;
  /** Absolute paths, in the order in which they were given. */
  readonly files: readonly string[];
}

/** Writes files, by their paths in a folder of their own. */
export async function writeFiles(
  contents: Readonly<Record<string, string | Uint8Array>>,
): Promise<WrittenFiles> {
  const { path: folder, remove } = await mkdtempDisposable(join(tmpdir(), 'share-contracts-'));
  const files = Object.keys(contents).map((name) => join(folder, name));
  for (const [name, content] of Object.entries(contents)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return { folder, files, [Symbol.asyncDispose]: remove };
}
