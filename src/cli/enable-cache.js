import { enableCompileCache } from 'node:module';
import { openOwnFolder } from '../contract/load/own-folder.js';
import { findCacheFolder } from './cache-folder.js';

/**
 * Keeps from one start to the next what Node compiles, and beside it what is parsed: in a folder of this user's own, or
 * where `NODE_COMPILE_CACHE` says. Without such a folder nothing is kept.
 */
export function enableCache() {
  const { env, platform } = process;
  if (env.NODE_COMPILE_CACHE || env.NODE_DISABLE_COMPILE_CACHE) return;
  const folder = findCacheFolder(env, platform);
  const own = folder && openOwnFolder(folder);
  if (own) enableCompileCache(own);
}
