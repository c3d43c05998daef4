import { copyFile, stat } from 'node:fs/promises';
import { makeFolder } from '../../support/temporary-folder.ts';
import { SHARES, share, startKept } from './kept-mock.ts';

/** Files as a server leaves them that is killed once it has answered. */
export interface KilledFile {
  readonly folder: string;
  readonly file: string;
  readonly log: string;
  /** Identifiers of the shares whose creation was acknowledged, the first before all others. */
  readonly shares: readonly string[];
  /** Copies both files as they were left to another name. */
  readonly copyTo: (name: string) => Promise<string>;
}

/** Creates shares, and takes the files from under the server. */
export async function killAfter(count: number): Promise<KilledFile> {
  const { path: folder, at } = await makeFolder();
  using server = startKept(at('live.db'));
  const shares: string[] = [];
  while (shares.length < count) shares.push((await share(server)).body.id);
  const copy = async (from: string, to: string) => {
    for (const end of ['', '-wal']) await copyFile(from + end, to + end);
    return to;
  };
  const file = await copy(at('live.db'), at('state.db'));
  return { folder, file, log: `${file}-wal`, shares, copyTo: (name) => copy(file, at(name)) };
}

/** Identifiers of the shares in a file. */
export async function readShares(file: string): Promise<string[]> {
  using server = startKept(file);
  const { body } = await server.ask(`GET ${SHARES}?page_size=100`);
  return body.results.map(({ id }: { id: string }) => id);
}

/** Size of a file in bytes. */
export async function sizeOf(file: string): Promise<number> {
  return (await stat(file)).size;
}
