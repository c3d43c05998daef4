import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { refuseInaccessible } from './refuse-file.ts';
import { StateFileError } from './state-file-error.ts';

const { R_OK, W_OK } = constants;
const NAME_FILE = 'Name a file.';

/** Size of a file in bytes, 0 if missing. Throws StateFileError, with `name`, if it is unusable. */
export function measureFile(path: string, name: string): number {
  const found = stat(path, name);
  if (found === undefined) {
    const folder = dirname(path);
    if (stat(folder, name)?.isDirectory() === true) return 0;
    const expected = 'a file in a folder that is there';
    throw new StateFileError(name, expected, `no folder ${folder}`, 'Make it, or name another.');
  }
  if (found.isDirectory()) throw new StateFileError(name, 'a file', 'a folder', NAME_FILE);
  if (!found.isFile()) throw new StateFileError(name, 'a file', 'a device or a pipe', NAME_FILE);
  attempt(name, () => accessSync(path, R_OK | W_OK));
  return found.size;
}

function stat(path: string, name: string) {
  return attempt(name, () => statSync(path, { throwIfNoEntry: false }));
}

function attempt<T>(name: string, act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // A parent folder in the path is a file, so the path does not exist.
    if (code === 'ENOTDIR') return undefined;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
      throw refuseInaccessible(name, error);
    }
    throw error;
  }
}
