import { setTimeout as wait } from 'node:timers/promises';
import { haveEqualStamps, type Stamps, stampFiles } from './stamp-files.ts';
import { watchFolders } from './watch-folders.ts';

export interface FileWatchOptions {
  /** Absolute paths. */
  readonly files: readonly string[];
  /** Changes after this time count, in milliseconds of the epoch; it may be past. */
  readonly since: number;
  /** Reads the files and gives those to watch from now on. */
  readonly onChange: (change: FileChange) => Promise<readonly string[]>;
  /** Takes the error that ends the watch, such as ENOSPC when the system has no more watches to give. */
  readonly onEnd: (error: unknown) => void;
}

export interface FileChange {
  /** What `performance.now()` gave when it was noticed. */
  readonly noticedAt: number;
  /** Whether files have changed again meanwhile, so that they may have been read half written. */
  readonly isOutdated: () => boolean;
}

export interface FileWatch {
  readonly close: () => void;
}

/** Files rest for so long before they are read: longer than a save by several steps takes. */
const REST_MS = 20;
/** Rounds of rest before a file counts as gone; a busy machine may stop a save after its first step. */
const GONE_ROUNDS = 10;
/** Files that never rest are read as they are. */
const MOST_ROUNDS = 50;
/** The clock that stamps files goes in steps, so a change is stamped too early by up to one of them. */
const CLOCK_STEP_MS = 10;

/**
 * Watches files by their folders; does not keep the process alive.
 *
 * `onChange` is called once for many changes at a time, never while it runs, and again for what changes meanwhile.
 */
export function watchFiles({ files, since, onChange, onEnd }: FileWatchOptions): FileWatch {
  const folders = watchFolders(notice);
  let watched = stampFiles(files, since);
  let isNoticed = false;
  let isFollowing = false;
  let isClosed = false;
  // What changed before there was a watch counts too.
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
    // The folders of new files are watched from the next look on.
    isNoticed = true;
  }

  function close(): void {
    isClosed = true;
    folders.close();
  }
}

/** Stamps of files once looks in a row find the same. */
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
