import { refuseDamage, refuseRights, refuseText, refuseUse } from './refuse-file.ts';
import { StateFileError } from './state-file-error.ts';

/** Primary result codes, https://www.sqlite.org/rescode.html. */
const ERROR = 1;
const BUSY = 5;
const READONLY = 8;
const CORRUPT = 11;
const CANTOPEN = 14;
const NOTADB = 26;

/** Primary result code of an error of SQLite; `undefined` for any other error. */
export function readResultCode(error: unknown): number | undefined {
  const isSqlite =
    error instanceof Error && 'errcode' in error && typeof error.errcode === 'number';
  return isSqlite ? Number(error.errcode) & 0xff : undefined;
}

/** Whether an error of SQLite says that the file is damaged. */
export function isCorruption(error: unknown): boolean {
  return readResultCode(error) === CORRUPT;
}

/** Says what an error of SQLite means for the start of a server; gives any other error as it is. */
export function explainSqliteError(file: string, error: unknown): unknown {
  switch (readResultCode(error)) {
    case undefined:
      return error;
    case BUSY:
      return refuseUse(file, error);
    case READONLY:
    case CANTOPEN:
      return refuseRights(file, error);
    // A statement that is none for this database: one of its tables is not as it was made.
    case ERROR:
    case CORRUPT:
      return refuseDamage(file, messageOf(error), error);
    case NOTADB:
      return refuseText(file, error);
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
