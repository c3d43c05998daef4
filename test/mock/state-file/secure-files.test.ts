import { chmod, chown, mkdir, open, stat, symlink } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { openStateFile } from '../../../src/mock/state-file/open-state-file.ts';
import { checkOwner } from '../../../src/mock/state-file/secure-files.ts';
import { StateFileError } from '../../../src/mock/state-file/state-file-error.ts';
import { makeFolder } from '../../support/temporary-folder.ts';
import { killAfter, readShares } from './killed-file.ts';

const modeOf = async (file: string) => ((await stat(file)).mode & 0o777).toString(8);
const isRoot = process.geteuid?.() === 0;

describe('openStateFile', () => {
  test('takes the rights of others to a file and its log that are there', async () => {
    const { file, log, shares } = await killAfter(2);
    for (const path of [file, log]) await chmod(path, 0o666);
    const notices: string[] = [];
    const state = openStateFile(file, { onNotice: (notice) => notices.push(notice) });
    expect([await modeOf(file), await modeOf(log)]).toEqual(['600', '600']);
    expect(notices).toEqual([`${file} could be written by other users, and cannot any more.`]);
    state.close();
    expect(await readShares(file)).toEqual(expect.arrayContaining([...shares]));
  });

  test('says nothing of rights to read, and takes them', async () => {
    const { at } = await makeFolder();
    openStateFile(at('state.db')).close();
    await chmod(at('state.db'), 0o644);
    const notices: string[] = [];
    openStateFile(at('state.db'), { onNotice: (notice) => notices.push(notice) }).close();
    expect([await modeOf(at('state.db')), notices]).toEqual(['600', []]);
  });

  test('gives a log the same mode whatever the mask is', async () => {
    const { at } = await makeFolder();
    const state = openStateFile(at('state.db'));
    state.noteSeenAt(1);
    expect(await modeOf(at('state.db-wal'))).toBe('600');
    state.close();
  });

  test('leaves the mode of a file alone that is none of ours', async () => {
    const { write } = await makeFolder();
    const file = await write('diary.txt', 'Dear diary,\n'.repeat(100));
    await chmod(file, 0o644);
    expect(() => openStateFile(file)).toThrow(StateFileError);
    expect(await modeOf(file)).toBe('644');
  });

  test('follows a symbolic link, and keeps the log beside what it leads to', async () => {
    const { at } = await makeFolder();
    await mkdir(at('real'));
    await symlink(at('real/state.db'), at('link.db'));
    const state = openStateFile(at('link.db'));
    state.noteSeenAt(1);
    expect(await modeOf(at('real/state.db-wal'))).toBe('600');
    state.close();
    expect(await modeOf(at('real/state.db'))).toBe('600');
  });

  test.runIf(isRoot).each(['', '-wal'])(
    'refuses a file "state.db%s" of another user, even to root',
    async (end) => {
      const { file } = await killAfter(1);
      await chown(file + end, 1, 1);
      expect(() => openStateFile(file)).toThrow(
        `${file + end}: expected a file of the user who runs the server (uid 0), found one of another user (uid 1).`,
      );
    },
  );
});

describe('checkOwner', () => {
  test('refuses a file of another user', async () => {
    const { write } = await makeFolder();
    const own = await write('own', '');
    checkOwner(own, 'own');
    // Whoever runs this, one of both belongs to another.
    if (isRoot) await chown(own, 1, 1);
    const foreign = isRoot ? own : '/etc/passwd';
    await (await open(foreign)).close();
    expect(() => checkOwner(foreign, 'foreign')).toThrow(/^foreign: expected a file of the user/);
  });
});
