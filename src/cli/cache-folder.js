import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Name of the folder among those of other programs. */
const NAME = 'share-contracts';

/**
 * Path of the folder for what can be made anew: `$XDG_CACHE_HOME/share-contracts`
 * (https://specifications.freedesktop.org/basedir-spec/latest/#variables), or what is usual on the system; nothing for a
 * user without a home.
 */
export function findCacheFolder(env, platform) {
  const { XDG_CACHE_HOME: caches, LOCALAPPDATA: local } = env;
  if (caches && isAbsolute(caches)) return join(caches, NAME);
  if (platform === 'win32' && local) return join(local, NAME, 'Cache');
  const home = findHome();
  if (home === undefined) return undefined;
  return platform === 'darwin' ? join(home, 'Library/Caches', NAME) : join(home, '.cache', NAME);
}

function findHome() {
  try {
    const home = homedir();
    return isAbsolute(home) ? home : undefined;
  } catch {
    return undefined;
  }
}
