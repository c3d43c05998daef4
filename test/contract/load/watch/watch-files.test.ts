import { appendFileSync } from 'node:fs';
import { mkdir, rename, rm, symlink, unlink, utimes, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  type FileChange,
  type FileWatchOptions,
  watchFiles,
} from '../../../../src/contract/load/watch/watch-files.ts';
import { collect } from '../../../support/collect.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';
import { waitUntilIdle } from '../../../support/wait-until-idle.ts';

/** Watches files and collects the changes; each change leaves the same files watched unless told. */
async function watchAll(files: readonly string[], options: Partial<FileWatchOptions> = {}) {
  const { items, add, waitFor } = collect<FileChange>();
  const { onChange = async () => files, ...rest } = options;
  const watch = watchFiles({
    files,
    since: Date.now(),
    onChange: async (change) => {
      add(change);
      return onChange(change);
    },
    onEnd: (error) => expect.unreachable(String(error)),
    ...rest,
  });
  onTestFinished(watch.close);
  await waitUntilIdle();
  return { changes: items, waitFor, close: watch.close };
}

/** Appends to a file in each turn of the event loop, so in each pause that a watch makes. */
async function appendUntil(signal: AbortSignal, file: string): Promise<void> {
  while (!signal.aborted) {
    appendFileSync(file, '.');
    await turn();
  }
}

/** Ways in which programs save a file. */
const SAVES: Readonly<Record<string, (file: string, text: string) => Promise<void>>> = {
  'written in place': writeFile,
  'replaced by a rename': async (file, text) => {
    await writeFile(`${file}.new`, text);
    await rename(`${file}.new`, file);
  },
  'moved away and written anew': async (file, text) => {
    await rename(file, `${file}~`);
    await writeFile(file, text);
    await unlink(`${file}~`);
  },
  'removed and written anew': async (file, text) => {
    await unlink(file);
    await writeFile(file, text);
  },
  'replaced by an older file of its size': async (file, text) => {
    await writeFile(`${file}.old`, text);
    await utimes(`${file}.old`, 0, 0);
    await rename(`${file}.old`, file);
  },
  'replaced together with its folder': async (file, text) => {
    const folder = dirname(file);
    await rename(folder, `${folder}~`);
    await mkdir(folder);
    await writeFile(file, text);
    await rm(`${folder}~`, { recursive: true });
  },
};

describe('watchFiles', () => {
  test.each(Object.entries(SAVES))('sees each time that a file is %s', async (_, save) => {
    const { at, write } = await makeFolder();
    await mkdir(at('notes'));
    const file = await write('notes/a', '0');
    const { waitFor } = await watchAll([file]);
    for (const round of [1, 2]) {
      await save(file, String(round));
      await waitFor(round);
      await waitUntilIdle();
    }
  });

  test('sees a change of the file that a link leads to', async () => {
    const { at, write } = await makeFolder();
    await mkdir(at('elsewhere'));
    const target = await write('elsewhere/a', '0');
    await symlink(target, at('link'));
    const { waitFor } = await watchAll([at('link')]);
    await writeFile(target, '1');
    await waitFor(1);
  });

  test('sees that a link leads to another file', async () => {
    const { at, write } = await makeFolder();
    await symlink(await write('a', 'one'), at('link'));
    const other = await write('b', 'two');
    const { waitFor } = await watchAll([at('link')]);
    await symlink(other, at('link.new'));
    await rename(at('link.new'), at('link'));
    await waitFor(1);
  });

  test('sees a change from before it began', async () => {
    const { write } = await makeFolder();
    const { waitFor } = await watchAll([await write('a', '0')], { since: 0 });
    await waitFor(1);
  });

  test('sees that a file goes away and comes back', async () => {
    const { write } = await makeFolder();
    const file = await write('a', '0');
    const { waitFor } = await watchAll([file]);
    await unlink(file);
    await waitFor(1);
    await waitUntilIdle();
    await writeFile(file, '1');
    await waitFor(2);
  });

  test('sees that a folder goes away and comes back, with its parents', async () => {
    const { at, write } = await makeFolder();
    await mkdir(at('a/b/c'), { recursive: true });
    const file = await write('a/b/c/d', '0');
    const { waitFor } = await watchAll([file]);
    await rm(at('a'), { recursive: true });
    await waitFor(1);
    await waitUntilIdle();
    await mkdir(at('a'));
    await waitUntilIdle();
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, '1');
    await waitFor(2);
  });

  test('takes many changes at a time for one', async () => {
    const { write } = await makeFolder();
    const names = Array.from({ length: 50 }, (_, index) => `file-${index}`);
    const files = await Promise.all(names.map((name) => write(name, '0')));
    const { changes, waitFor } = await watchAll(files);
    await Promise.all(names.map((name) => write(name, '1')));
    await waitFor(1);
    await waitUntilIdle();
    expect(changes).toHaveLength(1);
  });

  test.each([
    ['away', unlink],
    ['empty', (file: string) => writeFile(file, '')],
  ])('takes a file that is %s for a while for one change', async (_, begin) => {
    const { write } = await makeFolder();
    const file = await write('a', '0');
    const { changes, waitFor } = await watchAll([file]);
    await begin(file);
    await waitUntilIdle();
    await writeFile(file, '1');
    await waitFor(1);
    await waitUntilIdle();
    expect(changes).toHaveLength(1);
  });

  test('tells whether files have changed since they were looked at', async () => {
    const { write } = await makeFolder();
    const file = await write('a', '0');
    const answers: boolean[] = [];
    const { waitFor } = await watchAll([file], {
      onChange: async ({ isOutdated }) => {
        answers.push(isOutdated());
        if (answers.length === 1) await writeFile(file, 'half');
        answers.push(isOutdated());
        return [file];
      },
    });
    await writeFile(file, '1');
    await waitFor(2);
    expect(answers).toEqual([false, true, false, false]);
  });

  test('waits until a file that goes on changing rests', async () => {
    const { write } = await makeFolder();
    const file = await write('a', '0');
    const { changes, waitFor } = await watchAll([file]);
    const writing = new AbortController();
    const written = appendUntil(writing.signal, file);
    await waitUntilIdle();
    writing.abort();
    await written;
    await waitFor(1);
    await waitUntilIdle();
    expect(changes).toHaveLength(1);
  });

  test('sees what changes while a change is taken, once it is taken', async () => {
    const { write } = await makeFolder();
    const file = await write('a', '0');
    const taken: string[] = [];
    const { waitFor } = await watchAll([file], {
      onChange: async () => {
        taken.push('begin');
        // Long after the change was noticed, and before the end.
        if (taken.length === 1) await writeFile(file, '2');
        taken.push('end');
        return [file];
      },
    });
    await writeFile(file, '1');
    await waitFor(2);
    expect(taken.slice(0, 3)).toEqual(['begin', 'end', 'begin']);
  });

  test('takes no notice of other files in the folder', async () => {
    const { write } = await makeFolder();
    const { changes } = await watchAll([await write('a', '0')]);
    await write('b', '0');
    await waitUntilIdle();
    expect(changes).toEqual([]);
  });

  test('watches the files that a change leaves, wherever they are, and no others', async () => {
    const { at, write } = await makeFolder();
    await mkdir(at('one'));
    await mkdir(at('two'));
    const [one, two] = [await write('one/a', '0'), await write('two/a', '0')];
    const { changes, waitFor } = await watchAll([one], { onChange: async () => [two] });
    await unlink(one);
    await waitFor(1);
    await waitUntilIdle();
    await writeFile(two, '1');
    await waitFor(2);
    await writeFile(one, '2');
    await waitUntilIdle();
    expect(changes).toHaveLength(2);
  });

  test('sees a change of a new file from before it was watched', async () => {
    const { at, write } = await makeFolder();
    const one = await write('a', '0');
    await mkdir(at('two'));
    let two: string | undefined;
    const { waitFor } = await watchAll([one], {
      onChange: async () => {
        two ??= await write('two/a', '0');
        return [one, two];
      },
    });
    await writeFile(one, '1');
    await waitFor(2);
  });

  test('ends when a change cannot be taken, and says why', async () => {
    const { write } = await makeFolder();
    const file = await write('a', '0');
    const { items, add, waitFor } = collect<unknown>();
    await watchAll([file], {
      onChange: async () => {
        throw new Error('No more.');
      },
      onEnd: add,
    });
    await writeFile(file, '1');
    await waitFor(1);
    await writeFile(file, '2');
    await waitUntilIdle();
    expect(items).toEqual([new Error('No more.')]);
  });

  test('is ended by close', async () => {
    const { write } = await makeFolder();
    const file = await write('a', '0');
    const { changes, close } = await watchAll([file]);
    close();
    await writeFile(file, '1');
    await waitUntilIdle();
    expect(changes).toEqual([]);
  });

  test('is ended by close while it looks', async () => {
    const { write } = await makeFolder();
    const files = [await write('a', '0')];
    const { items, add } = collect<FileChange>();
    const onChange = async (change: FileChange) => {
      add(change);
      return files;
    };
    watchFiles({ files, since: 0, onChange, onEnd: () => {} }).close();
    await waitUntilIdle();
    expect(items).toEqual([]);
  });

  test('does not keep the process alive', async () => {
    const { write } = await makeFolder();
    await watchAll([await write('a', '0')]);
    expect(process.getActiveResourcesInfo()).not.toContain('FSEventWrap');
  });
});
