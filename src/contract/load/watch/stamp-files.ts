import { statSync } from 'node:fs';

/** Identifies the state of each file, by path; `undefined` for a file that is missing or empty. */
export type Stamps = ReadonlyMap<string, string | undefined>;

/**
 * Reads the state of files, following links.
 *
 * A file changed after `since`, in whole milliseconds of the epoch, gets a stamp that differs from
 * any later one.
 */
export function stampFiles(files: readonly string[], since = Number.POSITIVE_INFINITY): Stamps {
  return new Map(files.map((file) => [file, stampFile(file, since)]));
}

/** Whether two sets of stamps describe the same files in the same state. */
export function haveEqualStamps(one: Stamps, other: Stamps): boolean {
  return one.size === other.size && [...one].every(([file, stamp]) => other.get(file) === stamp);
}

function stampFile(file: string, since: number): string | undefined {
  try {
    // When an older file is renamed over another one, only the change time is new.
    const { dev, ino, size, ctimeMs } = statSync(file);
    // Writing a file in place empties it first.
    if (size === 0) return undefined;
    return Math.floor(ctimeMs) > since ? 'changed' : [dev, ino, size, ctimeMs].join(' ');
  } catch {
    return undefined;
  }
}
