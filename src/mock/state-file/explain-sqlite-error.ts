import {
  refuseDamaged,
  refuseFull,
  refuseInaccessible,
  refuseLocked,
  refuseNonDatabase,
} from './refuse-file.ts';
import { StateFileError } from './state-file-error.ts';

/** Primary result codes, https://www.sqlite.org/rescode.html. */
const ERROR = 1;
const BUSY = 5;
const READONLY = 8;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;

/** Primary result code of an SQLite error; `undefined` for any other error. */
export function readResultCode(error: unknown): number | undefined {
  const isSqlite =
    error instanceof Error && 'errcode' in error && typeof error.errcode === 'number';
  return isSqlite ? Number(error.errcode) & 0xff : undefined;
}

/** Whether SQLite reports that the file is damaged. */
export function isCorruption(error: unknown): boolean {
  return readResultCode(error) === CORRUPT;
}

/** Converts an SQLite error to a StateFileError; returns any other error unchanged. */
export function explainSqliteError(file: string, error: unknown): unknown {
  switch (readResultCode(error)) {
    case undefined:
      return error;
    case BUSY:
      return refuseLocked(file, error);
    case READONLY:
    case CANTOPEN:
      return refuseInaccessible(file, error);
    // A statement does not fit the database: one of its tables was altered.
    case ERROR:
    case CORRUPT:
      return refuseDamaged(file, messageOf(error), error);
    case NOTADB:
      return refuseNonDatabase(file, error);
    case FULL:
      return refuseFull(file, error);
    default:
      return new StateFileError(
        file,
        'a file in which state can be kept',
        `the error "${messageOf(error)}"`,
        'Mend its cause, or name another file.',
        error,
      );
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
