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
 * path: https://www.sqlite.org/howtocorrupt.html#_unlinking_or_renaming_a_database_file_while_in_use.
 */
export function closeUntouched(db: DatabaseSync, path: string, hadLogFile: boolean): void {
  const aside = `${path}-closing`;
  const isAside = tryRename(path, aside);
  try {
    db.close();
  } finally {
    if (isAside) renameSync(aside, path);
  }
  if (!hadLogFile) rmSync(`${path}-wal`, { force: true });
}

/** Where a folder takes no new name, nothing worse happens than that the log goes into the file. */
function tryRename(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/** Whether the file is at its path, with other content. SQLite itself finds out where it is not. */
function isWrittenByOthers(guard: FileGuard): boolean {
  return guard.isInPlace() && guard.findChange() instanceof FileChangedError;
}
