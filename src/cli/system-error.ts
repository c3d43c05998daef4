import { describeFileLimit, isFileLimit, readFileLimit } from '../mock/http/file-limit.ts';
import { UsageError } from './usage-error.ts';

/** Files and connections with which a server can do its work. */
const MIN_FILES = 64;

/** Codes of a path that cannot be used as it is: https://nodejs.org/api/errors.html#common-system-errors. */
const UNUSABLE = new Set(['EACCES', 'EEXIST', 'EISDIR', 'ENOTDIR', 'EPERM', 'EROFS']);

/** Throws UsageError where so few files may be open that a server would fail at its first requests. */
export function refuseFewFiles(): void {
  const limit = readFileLimit();
  if (limit === undefined || limit >= MIN_FILES) return;
  throw new UsageError(`${describeFileLimit(limit)} A server needs ${MIN_FILES}.`);
}

/** What the caller can do about an error of the system's, in whatever step; `undefined` for one that only we can mend. */
export function adviseOnSystem(error: unknown): string | undefined {
  if (isFileLimit(error)) return describeFileLimit(readFileLimit());
  if (isFullDisk(error)) return `${error.message}. Make room on the disk.`;
  if (isForbidden(error)) return `${error.message}. Change what is there, or choose another place.`;
  // Modules that cannot be read, for one, are reported by an error around the system's.
  const cause = error instanceof Error ? error.cause : undefined;
  return cause === undefined ? undefined : adviseOnSystem(cause);
}

/** What the caller can do when no server can listen; `undefined` for what only we can mend. */
export function adviseOnListening(error: unknown, port: number, host: string): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // Whatever the resolver says, https://man7.org/linux/man-pages/man3/getaddrinfo.3.html.
  switch (code.replace(/^EAI_.*/, 'ENOTFOUND')) {
    case 'EADDRINUSE':
      return `Port ${port} is in use. Choose another with --port <number>.`;
    case 'EACCES':
    case 'EPERM':
      return `Port ${port} needs more rights. Choose another with --port <number>.`;
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EINVAL':
    case 'ENOTFOUND':
      return `Address "${host}" is not one of this machine. Choose another with --host <address>.`;
    default:
      return undefined;
  }
}

/** The same code stands for a lack of other things, such as watches of files. */
function isFullDisk(error: unknown): error is Error {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return false;
  return error.code === 'ENOSPC' && error.syscall === 'write';
}

/** Files and folders that may not be used, or are of another kind than a command needs. */
function isForbidden(error: unknown): error is Error {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return false;
  return UNUSABLE.has(String(error.code));
}
