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

/**
 * Lets the owner alone read and write a state file and its log, whatever their modes were. Gives
 * what its users should know of that.
 */
export function closeToOthers(path: string, name: string): string | undefined {
  const open = listFiles(path)
    .map((file) => ({ file, mode: statSync(file).mode & 0o777 }))
    .filter(({ mode }) => mode !== OWNER_ONLY);
  const isClosed = open.every(({ file }) => tryToClose(file));
  if (!isClosed) return `${name} is open to other users: its mode cannot be changed.`;
  const wasWritable = open.some(({ mode }) => (mode & WRITABLE_BY_OTHERS) !== 0);
  return wasWritable ? `${name} could be written by other users, and cannot any more.` : undefined;
}

/** Some file systems have no modes. */
function tryToClose(file: string): boolean {
  try {
    chmodSync(file, OWNER_ONLY);
    return true;
  } catch {
    return false;
  }
}

/** A folder in the place of the log is left to SQLite to refuse. */
function listFiles(path: string): string[] {
  return ENDINGS.map((ending) => path + ending).filter(
    (file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true,
  );
}
