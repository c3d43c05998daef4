import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findCacheFolder } from '../../src/cli/cache-folder.js';

describe('findCacheFolder', () => {
  const home = homedir();
  test.each<[NodeJS.Platform, Record<string, string>, string]>([
    ['linux', { XDG_CACHE_HOME: '/caches' }, '/caches/share-contracts'],
    ['linux', {}, join(home, '.cache/share-contracts')],
    ['linux', { XDG_CACHE_HOME: '' }, join(home, '.cache/share-contracts')],
    ['linux', { XDG_CACHE_HOME: 'relative' }, join(home, '.cache/share-contracts')],
    ['darwin', {}, join(home, 'Library/Caches/share-contracts')],
    ['win32', { LOCALAPPDATA: '/local' }, '/local/share-contracts/Cache'],
  ])('is on %s with %j at %s', (platform, env, folder) => {
    expect(findCacheFolder(env, platform)).toBe(folder);
  });
});
