import { setTimeout as wait } from 'node:timers/promises';
import { haveEqualStamps, type Stamps, stampFiles } from './stamp-files.ts';
import { watchFolders } from './watch-folders.ts';

export interface FileWatchOptions {
  /** Absolute paths. */
  readonly files: readonly string[];
  /** Reports changes after this time, in milliseconds of the epoch; it may be in the past. */
  readonly since: number;
  /** Reads the files and returns those to watch from now on. */
  readonly onChange: (change: FileChange) => Promise<readonly string[]>;
  /**
   * Called with the error that ended the watch, such as ENOSPC when the system has no more watches.
   */
  readonly onEnd: (error: unknown) => void;
}

export interface FileChange {
  /** Value of `performance.now()` when the change was noticed. */
  readonly noticedAt: number;
  /** Whether files have changed again, so that they may have been read half-written. */
  readonly isOutdated: () => boolean;
}

export interface FileWatch {
  readonly close: () => void;
}

/**
 * How long files must be unchanged before they are read: longer than a save in several steps takes.
 */
const REST_MS = 20;
/** Rounds before a file counts as gone; a busy machine may pause a save after its first step. */
const GONE_ROUNDS = 10;
/** Rounds after which files that keep changing are read as they are. */
const MOST_ROUNDS = 50;
/** The file system clock ticks in steps, so a stamp may be early by up to one of them. */
const CLOCK_STEP_MS = 10;

/**
 * Watches files through their folders; does not keep the process alive.
 *
 * Calls `onChange` once for changes that come together, never while it runs, and again for changes
 * made meanwhile.
 */
export function watchFiles({ files, since, onChange, onEnd }: FileWatchOptions): FileWatch {
  const folders = watchFolders(notice);
  let watched = stampFiles(files, since);
  let isNoticed = false;
  let isFollowing = false;
  let isClosed = false;
  // Changes from before the watch count too.
  notice();
  return { close };

  function notice(): void {
    isNoticed = true;
    if (!isFollowing) void follow();
  }

  async function follow(): Promise<void> {
    isFollowing = true;
    try {
      while (isNoticed && !isClosed) await look();
    } catch (error) {
      close();
      onEnd(error);
    }
    isFollowing = false;
  }

  async function look(): Promise<void> {
    isNoticed = false;
    const noticedAt = performance.now();
    folders.update([...watched.keys()]);
    const rested = await waitForRest(watched);
    if (isClosed || haveEqualStamps(rested, watched)) return;
    const readAt = Date.now() - CLOCK_STEP_MS;
    const isOutdated = () => !haveEqualStamps(rested, stampFiles([...rested.keys()]));
    const next = stampFiles(await onChange({ noticedAt, isOutdated }), readAt);
    watched = new Map(
      [...next].map(([file, stamp]) => [file, rested.has(file) ? rested.get(file) : stamp]),
    );
    // The next round watches the folders of new files.
    isNoticed = true;
  }

  function close(): void {
    isClosed = true;
    folders.close();
  }
}

/** Waits until files stay unchanged from one round to the next, and returns their stamps. */
async function waitForRest(watched: Stamps): Promise<Stamps> {
  const files = [...watched.keys()];
  let last = watched;
  let rested = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    await wait(REST_MS, undefined, { ref: false });
    const now = stampFiles(files);
    rested = haveEqualStamps(now, last) ? rested + 1 : 0;
    if (rested >= (isAnyGone(now, watched) ? GONE_ROUNDS : 1)) break;
    last = now;
  }
  return last;
}

function isAnyGone(now: Stamps, before: Stamps): boolean {
  return [...now].some(([file, stamp]) => stamp === undefined && before.get(file) !== undefined);
}
