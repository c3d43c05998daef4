import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Name that Redocly's configuration has, https://redocly.com/docs/cli/configuration. */
export const REGISTRY = 'redocly.yaml';

/** Finds the registry of a folder, or of the nearest one above; `undefined` if there is none. */
export async function findRegistry(folder: string): Promise<string | undefined> {
  const file = join(folder, REGISTRY);
  if (await isFile(file)) return file;
  const parent = dirname(folder);
  return parent === folder ? undefined : findRegistry(parent);
}

/** A folder that may not be looked into has no registry to read. */
async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
