import { chmod, chown, mkdir, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openOwnFolder } from '../../../src/contract/load/own-folder.js';
import { makeFolder } from '../../support/temporary-folder.ts';

/** Another user, whom only root can give a folder. */
const OTHER = 65_534;
const isRoot = process.getuid?.() === 0;

describe('openOwnFolder', () => {
  test('makes a folder that is for this user alone', async () => {
    const made = await makeFolder();
    const folder = join(made.path, 'a', 'b');
    expect(openOwnFolder(folder)).toBe(folder);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(made.path, 'a'))).mode & 0o777).toBe(0o700);
    expect(openOwnFolder(folder)).toBe(folder);
  });

  test.each([0o720, 0o702, 0o777, 0o1777])(
    'refuses one that others may write to: %o',
    async (mode) => {
      const made = await makeFolder();
      const folder = join(made.path, 'a');
      await mkdir(folder);
      await chmod(folder, mode);
      expect(openOwnFolder(folder)).toBeUndefined();
    },
  );

  test('refuses one that others could exchange, and takes one below a folder with the sticky bit', async () => {
    const made = await makeFolder();
    const above = join(made.path, 'a');
    const folder = join(above, 'b');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(above, 0o777);
    expect(openOwnFolder(folder)).toBeUndefined();
    await chmod(above, 0o1777);
    expect(openOwnFolder(folder)).toBe(folder);
  });

  test.runIf(isRoot)('refuses one that is, or is kept, by another user', async () => {
    const made = await makeFolder();
    const above = join(made.path, 'a');
    const folder = join(above, 'b');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chown(folder, OTHER, OTHER);
    expect(openOwnFolder(folder)).toBeUndefined();
    await chown(folder, 0, 0);
    await chown(above, OTHER, OTHER);
    expect(openOwnFolder(folder)).toBeUndefined();
    // Nor what a link leads to.
    const link = join(made.path, 'link');
    await symlink(folder, link);
    expect(openOwnFolder(link)).toBeUndefined();
  });

  test('gives nothing where there can be no folder', async () => {
    const made = await makeFolder();
    const file = join(made.path, 'file');
    await writeFile(file, '');
    expect(openOwnFolder(file)).toBeUndefined();
    expect(openOwnFolder(join(file, 'a'))).toBeUndefined();
    expect(openOwnFolder(join(made.path, 'no', 'home', 'a'))).toBeUndefined();
    expect(openOwnFolder('/proc/none/a')).toBeUndefined();
    expect(await readdir(made.path)).toEqual(['file']);
  });
});
