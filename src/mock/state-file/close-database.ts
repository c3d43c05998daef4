import { renameSync, rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { FileChangedError } from './file-changed-error.ts';
import type { FileGuard } from './guard-file.ts';

/** Closes a state file: what is in its log goes into the file, unless that is not ours any more. */
export function closeDatabase(db: DatabaseSync, path: string, guard: FileGuard): void {
  try {
    if (isWrittenByOthers(guard)) closeUntouched(db, path, true);
    else db.close();
  } finally {
    guard.close();
  }
}

/**
 * Closes a locked database, and leaves file and log as they are.
 *
 * SQLite would write the log into the file and delete it, but not where the file is away from its
 * path: https://www.sqlite.org/howtocorrupt.html#unlink.
 */
export function closeUntouched(db: DatabaseSync, path: string, hadLogFile: boolean): void {
  const aside = `${path}-closing`;
  renameSync(path, aside);
  try {
    db.close();
  } finally {
    renameSync(aside, path);
  }
  if (!hadLogFile) rmSync(`${path}-wal`, { force: true });
}

/** Whether the file is at its path, with other content. SQLite itself finds out where it is not. */
function isWrittenByOthers(guard: FileGuard): boolean {
  return guard.isInPlace() && guard.findChange() instanceof FileChangedError;
}
