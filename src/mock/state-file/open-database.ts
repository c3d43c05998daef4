import { closeSync, existsSync, openSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { closeDatabase, closeUntouched } from './close-database.ts';
import { explainSqliteError, isCorruption } from './explain-sqlite-error.ts';
import { type FileGuard, guardFile } from './guard-file.ts';
import {
  APPLICATION_ID,
  createTables,
  FORMAT,
  KNOWN_FORMATS,
  readIdentity,
  upgradeTables,
} from './layout.ts';
import { loadSqlite } from './load-sqlite.ts';
import { measureFile } from './measure-file.ts';
import {
  refuseDamaged,
  refuseForeign,
  refuseFormat,
  refuseNonDatabase,
  refuseOrphan,
} from './refuse-file.ts';
import { checkOwner, closeToOthers } from './secure-files.ts';

type Sqlite = typeof import('node:sqlite');

/** A state file that is open, and what was read from it. */
export interface OpenedDatabase<T> {
  readonly guard: FileGuard;
  readonly content: T;
  /** What its users should know. */
  readonly notice: string | undefined;
  readonly close: () => void;
}

/** What a state file is read with. */
export interface Opening {
  readonly db: DatabaseSync;
  readonly guard: FileGuard;
  /** Whether a log with content lay beside the file. */
  readonly hadLog: boolean;
}

/** Milliseconds to wait for the lock of another server, which may be shutting down. */
const LOCK_TIMEOUT = 1000;
/** Size of the smallest database in bytes, https://www.sqlite.org/fileformat2.html#pages. */
const SMALLEST_PAGE = 512;

/** Opens or creates a state file for this process alone; throws StateFileError if that fails. */
export function openDatabase<T>(file: string, read: (opening: Opening) => T): OpenedDatabase<T> {
  const size = measureFile(resolve(file), file);
  const sqlite = loadSqlite();
  return explain(file, () => {
    if (size === 0) createPrivateFile(resolve(file));
    const path = followLinks(resolve(file));
    checkOwner(path, file);
    if (size > 0) checkBeforeLocking(sqlite, path, size, file);
    else if (hasContent(`${path}-wal`)) throw refuseOrphan(file);
    const notice = closeToOthers(path, file);
    const db = new sqlite.DatabaseSync(path, { timeout: LOCK_TIMEOUT });
    return { ...openLocked(db, path), notice };
  });

  function openLocked(db: DatabaseSync, path: string) {
    const hadLog = hasContent(`${path}-wal`);
    const hadLogFile = existsSync(`${path}-wal`);
    lock(db);
    let guard: FileGuard | undefined;
    try {
      prepare(db, file);
      guard = guardFile(path);
      const opened = guard;
      const content = read({ db, guard, hadLog });
      return { guard, content, close: () => closeDatabase(db, path, opened) };
    } catch (error) {
      closeUntouched(db, path, hadLogFile);
      guard?.close();
      throw error;
    }
  }
}

/** SQLite keeps the log beside the file itself. One that could not be created has no real path. */
function followLinks(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

function hasContent(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size > 0;
}

/** Creates a file that only its owner may read, as it holds secrets; SQLite reports any failure. */
function createPrivateFile(path: string): void {
  try {
    closeSync(openSync(path, 'a', 0o600));
  } catch {}
}

/** Checks a file without locking or changing it, because it may belong to another program. */
function checkBeforeLocking(
  { DatabaseSync }: Sqlite,
  path: string,
  size: number,
  file: string,
): void {
  // SQLite treats a file of one byte as empty.
  if (size < SMALLEST_PAGE) throw refuseNonDatabase(file);
  const url = pathToFileURL(path);
  url.searchParams.set('immutable', '1');
  const db = new DatabaseSync(url, { readOnly: true });
  try {
    checkIdentity(db, file);
  } catch (error) {
    // Part of a change may still be in the write-ahead log; `prepare` checks again with the log.
    if (!isCorruption(error)) throw error;
  } finally {
    db.close();
  }
}

/** Locks a database for as long as it is open. */
function lock(db: DatabaseSync): void {
  try {
    // In exclusive mode the index of the write-ahead log is in memory, without a file of its own,
    // https://www.sqlite.org/wal.html#noshm.
    db.exec('pragma locking_mode = exclusive; begin exclusive');
  } catch (error) {
    db.close();
    throw error;
  }
}

function prepare(db: DatabaseSync, file: string): void {
  checkIdentity(db, file);
  if (readIdentity(db).isBlank) createTables(db);
  // Commit before the log exists: `checkBeforeLocking` reads the identity from the file alone.
  db.exec('commit; pragma journal_mode = wal');
  // No fsync: what was written survives a killed process. Only a power failure can damage the file;
  // the checks below and that of the mark find that, and only test data is lost.
  db.exec('pragma synchronous = off');
  const [found] = Object.values(db.prepare('pragma quick_check(1)').get() ?? {});
  const defect = String(found).replace('*** in database main ***\n', '');
  if (defect !== 'ok') throw refuseDamaged(file, defect);
  upgradeTables(db);
}

function checkIdentity(db: DatabaseSync, file: string): void {
  const { applicationId, format, isBlank } = readIdentity(db);
  if (isBlank) return;
  if (applicationId !== APPLICATION_ID) throw refuseForeign(file, applicationId);
  if (!KNOWN_FORMATS.includes(format)) throw refuseFormat(file, FORMAT, format);
}

function explain<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw explainSqliteError(file, error);
  }
}
