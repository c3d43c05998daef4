import { mkdir, rename, writeFile } from 'node:fs/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { watchFolders } from '../../../../src/contract/load/watch/watch-folders.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';
import { waitUntilIdle } from '../../../support/wait-until-idle.ts';

/** Watches the folders of files; the function tells whether something has happened since it was last asked. */
function watchAll(files: readonly string[]) {
  let hasHappened = false;
  const watch = watchFolders(() => {
    hasHappened = true;
  });
  onTestFinished(watch.close);
  watch.update(files);
  const ask = async () => {
    await waitUntilIdle();
    const answer = hasHappened;
    hasHappened = false;
    return answer;
  };
  return { ...watch, hasHappened: ask };
}

async function makeTwoFolders() {
  const { at } = await makeFolder();
  await mkdir(at('one'));
  await mkdir(at('two'));
  return { one: at('one/a'), two: at('two/a'), at };
}

describe('watchFolders', () => {
  test('watches the folders of the files it was told last', async () => {
    const { one, two } = await makeTwoFolders();
    const { update, hasHappened } = watchAll([one]);
    update([two]);
    await writeFile(one, '1');
    expect(await hasHappened()).toBe(false);
    await writeFile(two, '1');
    expect(await hasHappened()).toBe(true);
  });

  test('watches the nearest folder that is there', async () => {
    const { at } = await makeFolder();
    const { hasHappened } = watchAll([at('one/two/a')]);
    await mkdir(at('one'));
    expect(await hasHappened()).toBe(true);
  });

  test('watches a folder that took the place of another one once it is told again', async () => {
    const { one, at } = await makeTwoFolders();
    const { update, hasHappened } = watchAll([one]);
    await rename(at('one'), at('old'));
    await rename(at('two'), at('one'));
    update([one]);
    expect(await hasHappened()).toBe(true);
    await writeFile(one, '1');
    expect(await hasHappened()).toBe(true);
  });

  test('sees nothing after its end', async () => {
    const { one } = await makeTwoFolders();
    const { close, hasHappened } = watchAll([one]);
    close();
    await writeFile(one, '1');
    expect(await hasHappened()).toBe(false);
  });
});
