import { closeSync, openSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { explainSqliteError, isCorruption } from './explain-sqlite-error.ts';
import { APPLICATION_ID, createTables, FORMAT, readIdentity } from './layout.ts';
import { loadSqlite } from './load-sqlite.ts';
import { measureFile } from './measure-file.ts';
import { refuseDamaged, refuseForeign, refuseFormat, refuseNonDatabase } from './refuse-file.ts';

type Sqlite = typeof import('node:sqlite');

/** Milliseconds to wait for the lock of another server, which may be shutting down. */
const LOCK_TIMEOUT = 1000;
/** Size of the smallest database in bytes, https://www.sqlite.org/fileformat2.html#pages. */
const SMALLEST_PAGE = 512;

/** Opens or creates a state file for this process alone; throws StateFileError if that fails. */
export function openDatabase<T>(file: string, read: (db: DatabaseSync) => T): T {
  const path = resolve(file);
  const size = measureFile(path, file);
  const sqlite = loadSqlite();
  return explain(file, () => {
    if (size > 0) checkBeforeLocking(sqlite, path, size, file);
    else createPrivateFile(path);
    const db = new sqlite.DatabaseSync(path, { timeout: LOCK_TIMEOUT });
    try {
      prepare(db, file);
      return read(db);
    } catch (error) {
      db.close();
      throw error;
    }
  });
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

function prepare(db: DatabaseSync, file: string): void {
  // In exclusive mode the index of the write-ahead log is in memory, without a file of its own,
  // https://www.sqlite.org/wal.html#noshm.
  db.exec('pragma locking_mode = exclusive; begin exclusive');
  checkIdentity(db, file);
  if (readIdentity(db).isBlank) createTables(db);
  // Commit before the log exists: `checkBeforeLocking` reads the identity from the file alone.
  db.exec('commit; pragma journal_mode = wal');
  // No fsync: what was written survives a killed process. Only a power failure can damage the file;
  // the check below finds that, and only test data is lost.
  db.exec('pragma synchronous = off');
  const [found] = Object.values(db.prepare('pragma quick_check(1)').get() ?? {});
  const defect = String(found).replace('*** in database main ***\n', '');
  if (defect !== 'ok') throw refuseDamaged(file, defect);
}

function checkIdentity(db: DatabaseSync, file: string): void {
  const { applicationId, format, isBlank } = readIdentity(db);
  if (isBlank) return;
  if (applicationId !== APPLICATION_ID) throw refuseForeign(file, applicationId);
  if (format !== FORMAT) throw refuseFormat(file, FORMAT, format);
}

function explain<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw explainSqliteError(file, error);
  }
}
