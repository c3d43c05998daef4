import { type FSWatcher, realpathSync, statSync, watch } from 'node:fs';
import { dirname } from 'node:path';

export interface FolderWatch {
  /**
   * Watches the folders of exactly these files; throws the system error if one cannot be watched.
   *
   * For a missing folder it watches the nearest parent that exists.
   */
  readonly update: (files: readonly string[]) => void;
  readonly close: () => void;
}

interface WatchedFolder {
  readonly identity: string;
  readonly watcher: FSWatcher;
}

/**
 * Watches folders without keeping the process alive.
 *
 * It does not watch files, because an editor saves by renaming a new file over the old one, which
 * ends the watch of the old one.
 */
export function watchFolders(onEvent: () => void): FolderWatch {
  const watched = new Map<string, WatchedFolder>();
  return {
    update: (files) => {
      const wanted = new Set(files.flatMap(listFolders));
      for (const folder of wanted) open(folder);
      for (const folder of watched.keys()) if (!wanted.has(folder)) close(folder);
    },
    close: () => {
      for (const folder of watched.keys()) close(folder);
    },
  };

  function open(folder: string): void {
    const identity = identify(folder);
    if (identity === undefined || watched.get(folder)?.identity === identity) return;
    const watcher = watch(folder, { persistent: false }, onEvent);
    watcher.on('error', () => {
      // Windows reports a deleted folder as an error.
      close(folder);
      onEvent();
    });
    close(folder);
    watched.set(folder, { identity, watcher });
  }

  function close(folder: string): void {
    watched.get(folder)?.watcher.close();
    watched.delete(folder);
  }
}

/** Folder of a file and, if the file is a link, of its target. */
function listFolders(file: string): string[] {
  const folder = findNearest(dirname(file));
  try {
    return [folder, dirname(realpathSync.native(file))];
  } catch {
    return [folder];
  }
}

function findNearest(folder: string): string {
  const parent = dirname(folder);
  return identify(folder) !== undefined || parent === folder ? folder : findNearest(parent);
}

/** Distinguishes a folder from its replacement, which may have the same inode number. */
function identify(folder: string): string | undefined {
  try {
    const { dev, ino, birthtimeMs } = statSync(folder);
    return [dev, ino, birthtimeMs].join(' ');
  } catch {
    return undefined;
  }
}
