import { readFile } from 'node:fs/promises';
import { HarError } from '../har/har-error.ts';
import { readArchive } from '../har/read-archive.ts';
import { type Exchange, readExchange } from './exchange.ts';

/** Recorded traffic. */
export interface Traffic {
  readonly exchanges: readonly Exchange[];
  /** API and base URL of the server, where the recorder of this package wrote the file. */
  readonly api: string | undefined;
  readonly server: string | undefined;
}

/** Reads a HAR file, of the recorder or of a browser. Throws HarError where there is none. */
export async function readTraffic(file: string): Promise<Traffic> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new HarError(`${file}: expected a HAR file. ${String(error)}`, { cause: error });
  }
  const { entries, _api: api, _server: server } = readArchive(file, text);
  return { exchanges: entries.flatMap((entry) => readExchange(entry) ?? []), api, server };
}
