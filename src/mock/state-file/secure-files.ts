import { chmodSync, statSync } from 'node:fs';
import { refuseOwner } from './refuse-file.ts';

/** Endings of the files that SQLite keeps beside a database. */
const ENDINGS = ['', '-wal', '-shm'];
const OWNER_ONLY = 0o600;
const WRITABLE_BY_OTHERS = 0o022;

/**
 * Throws StateFileError if a state file, or its log, belongs to another user: it holds secrets, and
 * that user could also have planted it. Symbolic links are followed; what they lead to counts.
 */
export function checkOwner(path: string, name: string): void {
  const user = process.geteuid?.();
  for (const file of listFiles(path)) {
    const { uid } = statSync(file);
    if (user !== undefined && uid !== user) {
      throw refuseOwner(name + file.slice(path.length), user, uid);
    }
  }
}

/** Lets the owner alone read and write a state file and its log; whether others could write them before. */
export function closeToOthers(path: string): boolean {
  const files = listFiles(path);
  const wasOpen = files.some((file) => (statSync(file).mode & WRITABLE_BY_OTHERS) !== 0);
  for (const file of files) chmodSync(file, OWNER_ONLY);
  return wasOpen;
}

/** A folder in the place of the log is left to SQLite to refuse. */
function listFiles(path: string): string[] {
  return ENDINGS.map((ending) => path + ending).filter(
    (file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true,
  );
}
