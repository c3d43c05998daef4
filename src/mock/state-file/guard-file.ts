import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, type Stats, statSync, writeSync } from 'node:fs';
import { FileChangedError } from './file-changed-error.ts';
import { decodeMark, encodeMark, MARK_OFFSET, MARK_SIZE } from './mark.ts';

/** Watches over a database that this process alone has open, and over its log. */
export interface FileGuard {
  /** Number of the last change that was acknowledged; 0 in a new file. */
  readonly marked: number;
  /** Throws FileChangedError unless file and log are as they were left: what is written would be lost. */
  readonly check: () => void;
  /** What `check` throws; `undefined` where all is as it was left. */
  readonly findChange: () => unknown;
  /** Whether the file is still at its path, whatever became of its content. */
  readonly isInPlace: () => boolean;
  /**
   * Marks the file itself with the number of the last change that is in the log, so that a log that
   * lacks it is found out. Needed after each transaction, which may have put an earlier mark in its
   * place with the rest of a page. A mark that fails is made up for by the next check.
   */
  readonly mark: (sequence: number) => void;
  /** Call it after SQLite has closed the file: to close any descriptor ends all locks of a process. */
  readonly close: () => void;
}

/** Opens the guard of a file that SQLite has locked. Events of the file system would come too late. */
export function guardFile(path: string): FileGuard {
  const descriptor = openSync(path, 'r+');
  const opened = fstatSync(descriptor);
  const owner = randomBytes(8).readBigUInt64BE();
  const found = Buffer.alloc(MARK_SIZE);
  const readMark = () => readSync(descriptor, found, 0, MARK_SIZE, MARK_OFFSET);
  readMark();
  let mark: Buffer = Buffer.from(found);
  let late: Buffer | undefined;
  let log = findFile(`${path}-wal`);
  return {
    marked: decodeMark(mark),
    check,
    findChange: () => {
      try {
        check();
        return undefined;
      } catch (error) {
        return error;
      }
    },
    isInPlace: () => isSame(findFile(path), opened),
    mark: (sequence) => {
      const next = encodeMark({ sequence, owner });
      try {
        write(next);
      } catch {
        late = next;
      }
    },
    close: () => closeSync(descriptor),
  };

  function check(): void {
    checkPlace(findFile(path), opened, 'it');
    if (late === undefined && (readMark() < MARK_SIZE || !found.equals(mark))) {
      throw new FileChangedError('another program has written to it while it was in use');
    }
    const current = findFile(`${path}-wal`);
    if (log !== undefined) checkPlace(current, log, 'its log');
    log = current;
    if (late !== undefined) write(late);
    late = undefined;
  }

  function write(next: Buffer): void {
    writeSync(descriptor, next, 0, MARK_SIZE, MARK_OFFSET);
    mark = next;
  }
}

function checkPlace(current: Stats | undefined, former: Stats, what: string): void {
  if (current === undefined) {
    throw new FileChangedError(`${what} was deleted or moved away while in use`);
  }
  if (!isSame(current, former)) {
    throw new FileChangedError(`another file has taken the place of ${what} while in use`);
  }
  if (current.size < former.size) {
    throw new FileChangedError(`${what} was cut while in use`);
  }
}

function isSame(current: Stats | undefined, former: Stats): boolean {
  return current?.ino === former.ino && current.dev === former.dev;
}

function findFile(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}
