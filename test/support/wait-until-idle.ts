import { type FileChange, watchFiles } from '../../src/contract/load/watch/watch-files.ts';
import { collect } from './collect.ts';
import { makeFolder } from './temporary-folder.ts';

/**
 * Waits until the file watches of this process have seen all that there was to see so far.
 *
 * A watch that begins later and sees a change is busy for longer than those that have none to see.
 */
export async function waitUntilIdle(): Promise<void> {
  const { write } = await makeFolder();
  const file = await write('fence', '0');
  const { add, waitFor } = collect<FileChange>();
  const watch = watchFiles({
    files: [file],
    since: 0,
    onChange: async (change) => {
      add(change);
      return [file];
    },
    onEnd: (error) => {
      throw error;
    },
  });
  await waitFor(1);
  watch.close();
}
