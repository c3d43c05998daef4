import { readResultCode } from './explain-sqlite-error.ts';
import { FileChangedError } from './file-changed-error.ts';

const LOCKED = 'another program has locked it';
const DAMAGED = 'it is damaged';

/** What keeps a file from being written, by primary result code, https://www.sqlite.org/rescode.html. */
const REASONS: Readonly<Record<number, string>> = {
  5: LOCKED,
  6: LOCKED,
  7: 'the memory is full',
  8: 'it may only be read, or its file system may',
  10: 'the system reports an input/output error, or a limit to the size of files',
  11: DAMAGED,
  13: 'the disk is full',
  14: 'its log cannot be opened',
  15: LOCKED,
  22: 'its file system holds no file that large',
  26: DAMAGED,
};

/** Says what keeps a file from being read or written; `undefined` for an error that is a defect. */
export function explainWriteError(error: unknown): string | undefined {
  if (error instanceof FileChangedError) return error.message;
  const code = readResultCode(error);
  if (code !== undefined) return REASONS[code];
  const isSystemError = error instanceof Error && 'syscall' in error && 'code' in error;
  return isSystemError ? `the system reports ${error.code}` : undefined;
}
