import { closeSync, openSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { explainSqliteError, isCorruption } from './explain-sqlite-error.ts';
import { APPLICATION_ID, FORMAT, layOut, readMarks } from './layout.ts';
import { loadSqlite } from './load-sqlite.ts';
import { measureFile } from './measure-file.ts';
import { refuseDamage, refuseFormat, refuseProgram, refuseText } from './refuse-file.ts';

type Sqlite = typeof import('node:sqlite');

/** Milliseconds for another server to end that was just told to. */
const PATIENCE = 1000;
/** Bytes of the smallest database, https://www.sqlite.org/fileformat2.html#pages. */
const SMALLEST_PAGE = 512;

/**
 * Opens a state file for this process alone, or makes it, and begins with `read`.
 *
 * Throws StateFileError for anything else in its place, and for one that cannot be read.
 */
export function openDatabase<T>(file: string, read: (db: DatabaseSync) => T): T {
  const path = resolve(file);
  const size = measureFile(path, file);
  const sqlite = loadSqlite();
  return explain(file, () => {
    if (size > 0) refuseStranger(sqlite, path, size, file);
    else makePrivate(path);
    const db = new sqlite.DatabaseSync(path, { timeout: PATIENCE });
    try {
      prepare(db, file);
      return read(db);
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** Makes the file for its owner alone, since it holds tokens and secrets; SQLite says why where it cannot be made. */
function makePrivate(path: string): void {
  try {
    closeSync(openSync(path, 'a', 0o600));
  } catch {}
}

/** Looks at a file without a lock or a change, which would be wrong for one of another program. */
function refuseStranger({ DatabaseSync }: Sqlite, path: string, size: number, file: string): void {
  // SQLite takes a file of one byte for an empty one.
  if (size < SMALLEST_PAGE) throw refuseText(file);
  const url = pathToFileURL(path);
  url.searchParams.set('immutable', '1');
  const db = new DatabaseSync(url, { readOnly: true });
  try {
    refuseMarks(db, file);
  } catch (error) {
    // Half of a change may be in the log beside the file; whether it is whole shows once that is read.
    if (!isCorruption(error)) throw error;
  } finally {
    db.close();
  }
}

function prepare(db: DatabaseSync, file: string): void {
  // Without other readers the index of the log is in memory, and its file is not there.
  db.exec('pragma locking_mode = exclusive; begin exclusive');
  refuseMarks(db, file);
  if (readMarks(db).isBlank) layOut(db);
  // The marks are in the file itself before there is a log that could hold them back.
  db.exec('commit; pragma journal_mode = wal');
  // Nothing waits for the disk: the system has what was written when the process is killed. Only a power failure
  // could damage the file, which is then found below and costs no more than test data.
  db.exec('pragma synchronous = off');
  const [found] = Object.values(db.prepare('pragma quick_check(1)').get() ?? {});
  const defect = String(found).replace('*** in database main ***\n', '');
  if (defect !== 'ok') throw refuseDamage(file, defect);
}

function refuseMarks(db: DatabaseSync, file: string): void {
  const { applicationId, format, isBlank } = readMarks(db);
  if (isBlank) return;
  if (applicationId !== APPLICATION_ID) throw refuseProgram(file, applicationId);
  if (format !== FORMAT) throw refuseFormat(file, FORMAT, format);
}

function explain<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw explainSqliteError(file, error);
  }
}
