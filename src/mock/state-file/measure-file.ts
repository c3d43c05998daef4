import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { refuseRights } from './refuse-file.ts';
import { StateFileError } from './state-file-error.ts';

const { R_OK, W_OK } = constants;
const NAME_FILE = 'Name a file.';

/**
 * Number of bytes of the file at an absolute path; 0 where none is there. Throws StateFileError where none can be.
 *
 * `name` is what messages call it.
 */
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
    // A part of the path that is a file is no folder in which anything could be.
    if (code === 'ENOTDIR') return undefined;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') throw refuseRights(name, error);
    throw error;
  }
}
