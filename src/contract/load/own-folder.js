import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';

// JavaScript, because it is needed before Node's cache of compiled TypeScript is on.

const WRITABLE_BY_ALL = 0o002;
const WRITABLE_BY_OTHERS = 0o022;
const STICKY = 0o1000;

/**
 * Makes a folder for this user alone, or opens the one that is there; gives its real path.
 *
 * Gives nothing where somebody else could put something into it: where it is not this user's, others may write to it, or
 * others could exchange it. Nor where it cannot be made, as in a home that is read-only.
 */
export function openOwnFolder(folder) {
  try {
    make(folder, 1);
    const real = realpathSync(folder);
    if (!lstatSync(real).isDirectory()) return undefined;
    // Windows keeps the folders of a user apart by itself.
    const user = process.getuid?.();
    return user === undefined || isOwn(real, user) ? real : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Makes a folder and, where they are missing, as many above it as `above` says: a home is not made for a user without one.
 * Not with `recursive`, by which Node never ends in a folder such as /proc.
 */
function make(folder, above) {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (error.code === 'EEXIST') return;
    if (error.code !== 'ENOENT' || above === 0) throw error;
    make(dirname(folder), above - 1);
    make(folder, 0);
  }
}

function isOwn(folder, user) {
  const { uid, mode } = lstatSync(folder);
  return uid === user && (mode & WRITABLE_BY_OTHERS) === 0 && isSafelyKept(folder, user);
}

/** Whether only this user and root may rename what is in the folders above. */
function isSafelyKept(folder, user) {
  const above = dirname(folder);
  if (above === folder) return true;
  const { uid, mode } = lstatSync(above);
  const isOpen = (mode & WRITABLE_BY_ALL) !== 0 && (mode & STICKY) === 0;
  return (uid === user || uid === 0) && !isOpen && isSafelyKept(above, user);
}
