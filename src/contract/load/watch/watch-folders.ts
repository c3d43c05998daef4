import { type FSWatcher, realpathSync, statSync, watch } from 'node:fs';
import { dirname } from 'node:path';

export interface FolderWatch {
  /**
   * Watches the folders of these files, and no others; throws the system's error when one cannot be watched.
   *
   * A folder that is gone is waited for in the nearest one that is there.
   */
  readonly update: (files: readonly string[]) => void;
  readonly close: () => void;
}

interface WatchedFolder {
  readonly identity: string;
  readonly watcher: FSWatcher;
}

/**
 * Tells that something happens in folders, without keeping the process alive.
 *
 * Folders, because editors save by renaming a new file into the place of the old one, and a watch of a file
 * goes away with the old one.
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
      // Windows says so that a folder is gone.
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

/** Folder of a file, and that of the file that it may be a link to. */
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

/** Tells a folder from another one that took its place, perhaps with its inode number. */
function identify(folder: string): string | undefined {
  try {
    const { dev, ino, birthtimeMs } = statSync(folder);
    return [dev, ino, birthtimeMs].join(' ');
  } catch {
    return undefined;
  }
}
