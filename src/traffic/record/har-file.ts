import { open } from 'node:fs/promises';
import packageFile from '#package.json' with { type: 'json' };
import type { writeEntry } from '../../har/write-entry.ts';

type Entry = ReturnType<typeof writeEntry>;

/** Archive that grows. */
export interface HarFile {
  /** Writes an entry; resolves when the file has it. */
  readonly add: (entry: Entry) => Promise<void>;
  /** Waits for all entries, and until they are on the disk. */
  readonly close: () => Promise<void>;
}

export interface HarFileOptions {
  /** Name or file of the API, and the URL to which requests were sent. */
  readonly api: string;
  readonly server: string;
  /** Whether to replace a file that is there. */
  readonly isForced: boolean;
}

const TAIL = '\n]}}\n';

/**
 * Creates an archive that is whole after each entry: an entry is written over the end of the file, end included, by one write.
 * So a process that is killed loses nothing that was answered, and the file can be read while it grows.
 *
 * Rejects with the system's error, EEXIST where the file is there and not to be replaced.
 */
export async function createHarFile(
  path: string,
  { api, server, isForced }: HarFileOptions,
): Promise<HarFile> {
  const { name, version } = packageFile;
  const file = await open(path, isForced ? 'w' : 'wx');
  const about = { version: '1.2', creator: { name, version }, _api: api, _server: server };
  const head = `{"log":${JSON.stringify(about).slice(0, -1)},"entries":[`;
  let end = 0;
  let isFirst = true;
  let last: Promise<void> = write(head);
  await last;
  return {
    add: (entry) => {
      last = last.then(async () => {
        await write(`${isFirst ? '\n' : ',\n'}${JSON.stringify(entry)}`);
        isFirst = false;
      });
      const written = last;
      // One that fails is told to its caller, and does not keep the next from being written.
      last = last.catch(() => {});
      return written;
    },
    close: async () => {
      await last;
      await file.sync();
      await file.close();
    },
  };

  async function write(text: string): Promise<void> {
    const bytes = Buffer.from(text + TAIL);
    try {
      await writeAt(bytes, end);
    } catch (error) {
      // A disk that is full may have taken a part; what was there before still fits.
      await writeAt(Buffer.from(TAIL), end);
      await file.truncate(end + TAIL.length);
      throw error;
    }
    end += bytes.length - TAIL.length;
  }

  async function writeAt(bytes: Buffer, position: number): Promise<void> {
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
      done += bytesWritten;
    }
  }
}
