import { StateFileError } from './state-file-error.ts';

const STATE_FILE = 'a state file of share-contracts';
/** Option that goes on where something is lost. */
const REPAIR = '--state-repair';
const MOVE = 'Name another file, or move this one away to begin with a new one.';

/** Error for a file that another server or program has locked. */
export function refuseLocked(file: string, cause?: unknown): StateFileError {
  return new StateFileError(
    file,
    'a file that nobody else has open',
    'one in use by another server or program',
    'Stop that one, or give this one a file of its own.',
    cause,
  );
}

/** Error for a file that is not an SQLite database. */
export function refuseNonDatabase(file: string, cause?: unknown): StateFileError {
  return new StateFileError(file, STATE_FILE, 'no SQLite database', MOVE, cause);
}

/** Error for a file that this user may not read or write. */
export function refuseInaccessible(file: string, cause?: unknown): StateFileError {
  return new StateFileError(
    file,
    'a file that can be read and written, in a folder that can be written',
    'no right to do so',
    'Change the rights, or name another file.',
    cause,
  );
}

/** Error for a damaged state file. */
export function refuseDamaged(file: string, found: string, cause?: unknown): StateFileError {
  return new StateFileError(
    file,
    'an intact state file',
    `a damaged one: ${found}`,
    'Put a copy in its place, or move it away (and those whose names begin with its name) to begin anew.',
    cause,
  );
}

/** Error for a database of another program. */
export function refuseForeign(file: string, applicationId: number): StateFileError {
  const found = `an SQLite database of another program (application id ${applicationId})`;
  return new StateFileError(file, STATE_FILE, found, MOVE);
}

/** Error for a state file in the format of another release. */
export function refuseFormat(file: string, expected: number, found: number): StateFileError {
  return new StateFileError(
    file,
    `a state file of format ${expected}`,
    `format ${found}, of another release of share-contracts`,
    'Start with that release, or name another file.',
  );
}

/** Error for a state file that lacks the last changes that were acknowledged. */
export function refuseIncomplete(file: string, lost: number, hadLog: boolean): StateFileError {
  const changes = lost === 1 ? 'the last change' : `the last ${lost} changes`;
  return new StateFileError(
    file,
    `${changes} that a server acknowledged, in its log ${file}-wal`,
    hadLog ? 'a log that is damaged, cut, or of another file' : 'no log',
    `Put the log back in its place, or start with ${REPAIR} to go on without ${lost === 1 ? 'it' : 'them'}.`,
  );
}

/** Error for a sandbox whose name or settings cannot be used. */
export function refuseSandbox(file: string, sandbox: string, defect: string): StateFileError {
  return new StateFileError(
    file,
    'an intact state file',
    `a damaged one: sandbox ${JSON.stringify(sandbox)}, its ${defect}`,
    `Put a copy in its place, or start with ${REPAIR} to go on without the sandbox.`,
  );
}

/** Error for a log whose state file is missing. */
export function refuseOrphan(file: string): StateFileError {
  return new StateFileError(
    file,
    `the state file that the log ${file}-wal belongs to`,
    'none',
    `Put it in place, or move the log away to begin anew.`,
  );
}

/** Error for a file of somebody else's, who could read what is kept in it. */
export function refuseOwner(file: string, expected: number, found: number): StateFileError {
  return new StateFileError(
    file,
    `a file of the user who runs the server (uid ${expected})`,
    `one of another user (uid ${found})`,
    'Change its owner, or name another file.',
  );
}

/** Error for a disk without room for a state file. */
export function refuseFull(file: string, cause?: unknown): StateFileError {
  const advice = 'Make room, or name a file on another disk.';
  return new StateFileError(file, 'room on its disk', 'none', advice, cause);
}
