import { statSync } from 'node:fs';

/** What tells one state of a file from another, by its path; nothing for a file that is missing or empty. */
export type Stamps = ReadonlyMap<string, string | undefined>;

/**
 * Looks at files, links followed.
 *
 * A file that was changed after `since`, in whole milliseconds of the epoch, gets a stamp that no later look gives.
 */
export function stampFiles(files: readonly string[], since = Number.POSITIVE_INFINITY): Stamps {
  return new Map(files.map((file) => [file, stampFile(file, since)]));
}

/** Whether two sets of stamps are of the same files in the same state. */
export function haveEqualStamps(one: Stamps, other: Stamps): boolean {
  return one.size === other.size && [...one].every(([file, stamp]) => other.get(file) === stamp);
}

function stampFile(file: string, since: number): string | undefined {
  try {
    // Only the change time is new when an older file is renamed into the place of another one.
    const { dev, ino, size, ctimeMs } = statSync(file);
    // Whoever writes a file in place empties it first.
    if (size === 0) return undefined;
    return Math.floor(ctimeMs) > since ? 'changed' : [dev, ino, size, ctimeMs].join(' ');
  } catch {
    return undefined;
  }
}
