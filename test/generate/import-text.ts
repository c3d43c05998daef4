import { mkdtempDisposable, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../src/apis/root.ts';

/** Runs the text of a TypeScript module that may import what this package depends on; gives its exports. */
export async function importText(text: string): Promise<Record<string, unknown>> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'share-contracts-test-'));
  const file = join(folder.path, 'module.ts');
  await symlink(join(ROOT, 'node_modules'), join(folder.path, 'node_modules'));
  await writeFile(file, text);
  return await import(pathToFileURL(file).href);
}
