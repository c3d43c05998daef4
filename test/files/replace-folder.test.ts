import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { replaceFolder } from '../../src/files/replace-folder.ts';

const root = await mkdtemp(join(tmpdir(), 'share-contracts-replace-'));
afterAll(() => rm(root, { recursive: true }));

const write = (name: string) => (folder: string) => writeFile(join(folder, name), name);

describe('replaceFolder', () => {
  test('makes the folder and those above it', async () => {
    await replaceFolder(join(root, 'a/b/site'), write('one'));
    expect(await readFile(join(root, 'a/b/site/one'), 'utf8')).toBe('one');
  });

  test('replaces all files of the old folder', async () => {
    const site = join(root, 'replaced/site');
    await replaceFolder(site, write('one'));
    await replaceFolder(site, write('two'));
    expect(await readdir(join(root, 'replaced'), { recursive: true })).toEqual([
      'site',
      'site/two',
    ]);
  });

  test('leaves the old folder as it was when filling fails', async () => {
    const site = join(root, 'failed/site');
    await replaceFolder(site, write('one'));
    const failing = replaceFolder(site, async (folder) => {
      await write('two')(folder);
      throw new Error('disk is full');
    });
    await expect(failing).rejects.toThrow('disk is full');
    expect(await readdir(join(root, 'failed'), { recursive: true })).toEqual(['site', 'site/one']);
  });
});
