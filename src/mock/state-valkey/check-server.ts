import { StateLogError } from '../state-log/state-log-error.ts';
import type { ValkeyAddress } from './parse-valkey-url.ts';

/** What is stored under the key `format`; another text with each change of the keys. */
const FORMAT = '1';

type Send = (command: string, args: readonly string[]) => Promise<unknown>;

/**
 * Checks that a server is new enough and that its data is of this format, which it notes in a new server, and chooses the
 * database.
 *
 * Gives a notice where the server may lose what it has. Throws StateLogError for another server or format.
 */
export async function checkServer(
  send: Send,
  { name, prefix, database }: ValkeyAddress,
): Promise<string | undefined> {
  const info = readInfo(String(await send('info', [])));
  const version = info.get('valkey_version') ?? info.get('redis_version') ?? 'unknown';
  const product = info.has('valkey_version') ? 'Valkey' : 'Redis';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 6 || (major === 6 && minor < 2)) {
    const found = `${product} ${version}`;
    throw new StateLogError(name, 'Valkey, or Redis from 6.2', found, 'Use a newer server.');
  }
  if (info.get('loading') === '1') throw new Error('LOADING');
  // The library goes on with another database where this one is refused.
  if (database > 0) await send('select', [String(database)]);
  await checkFormat(send, name, `${prefix}format`);
  const policy = info.get('maxmemory_policy') ?? 'noeviction';
  if (policy === 'noeviction' || info.get('maxmemory') === '0') return undefined;
  return `"maxmemory-policy" is "${policy}", so that sandboxes get lost where its memory is full. Set it to "noeviction".`;
}

async function checkFormat(send: Send, name: string, key: string): Promise<void> {
  const found = await send('get', [key]);
  if (found === FORMAT) return;
  if (found === null) {
    await send('set', [key, FORMAT, 'nx']);
    return;
  }
  throw new StateLogError(
    name,
    `data of format ${FORMAT}`,
    `format ${JSON.stringify(found).slice(0, 40)}, of another release`,
    'Start with the release that wrote it, or name another place for this one: ?prefix=NAME.',
  );
}

/** Reads the lines `name:value`, https://valkey.io/commands/info/. */
function readInfo(text: string): ReadonlyMap<string, string> {
  const lines = text.split('\r\n').map((line) => line.split(':'));
  return new Map(lines.map(([name = '', value = '']) => [name, value]));
}
