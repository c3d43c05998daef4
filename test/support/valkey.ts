import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Program of a server of Valkey, or else of Redis; VALKEY names another one. */
export const VALKEY = process.env.VALKEY ?? findProgram('valkey-server', 'redis-server');

/** What is said where it is missing. */
export const VALKEY_MISSING =
  'Expected valkey-server or redis-server, which "apt-get install redis-server" installs; VALKEY names another one.';

/** Whether tests that need a server, `valkey-*.test.ts`, can run here. */
export const HAS_VALKEY = VALKEY !== undefined && existsSync(VALKEY);

function findProgram(...names: string[]): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}
