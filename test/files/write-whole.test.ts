import { chmod, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { writeWhole } from '../../src/files/write-whole.ts';
import { writeFiles } from '../support/write-files.ts';

describe('writeWhole', () => {
  test('writes a new file, and the folders above it', async ({ expect }) => {
    await using written = await writeFiles({});
    const file = join(written.folder, 'a/b/note.txt');
    await writeWhole(file, 'new');
    expect(await readFile(file, 'utf8')).toBe('new');
    expect(await readdir(join(written.folder, 'a/b'))).toEqual(['note.txt']);
  });

  test('replaces a file, which keeps its permissions', async ({ expect }) => {
    await using written = await writeFiles({ 'note.txt': 'old' });
    const file = join(written.folder, 'note.txt');
    await chmod(file, 0o600);
    await writeWhole(file, 'new');
    expect(await readFile(file, 'utf8')).toBe('new');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('leaves nothing beside a file that cannot be replaced', async ({ expect }) => {
    await using written = await writeFiles({ 'note.txt/inside.txt': 'old' });
    await expect(writeWhole(join(written.folder, 'note.txt'), 'new')).rejects.toThrow(
      /EISDIR|ENOTEMPTY/,
    );
    expect(await readdir(written.folder)).toEqual(['note.txt']);
  });
});
