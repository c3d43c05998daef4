import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT } from '../../src/apis/root.ts';
import { startPostgres } from '../../test/support/start-postgres.ts';
import { startValkey } from '../../test/support/start-valkey.ts';
import { send } from '../send.ts';
import { type Child, startScript } from '../servers/child.ts';
import { findFreePort, origin } from '../servers/free-port.ts';
import { NODE_OPTIONS } from '../servers/node-options.ts';

/** Server with its sandboxes in one place. */
export interface Contestant {
  readonly name: string;
  /** Origin without a trailing slash. */
  readonly url: string;
  readonly child: Child;
  /** Process of the store, if one is its own. */
  readonly storePid: number | undefined;
}

export interface Contestants {
  /** The first one is the process over its memory, to which the others are compared. */
  readonly contestants: readonly Contestant[];
  readonly valkeyUrl: string;
  readonly stop: () => Promise<void>;
}

const CLI = join(ROOT, 'src/cli/start.js');

/** Starts a server with the options of its sandboxes, and waits until it answers. */
export async function startServer(
  name: string,
  args: readonly string[],
  storePid?: number,
): Promise<Contestant> {
  const port = await findFreePort();
  const all = ['mock', '--quiet', '--no-watch', '-p', `${port}`, ...args];
  const child = startScript(CLI, all, NODE_OPTIONS);
  const url = origin(port);
  for (;;) {
    if (child.hasEnded()) throw new Error(`${name}: ${child.reason()}`);
    const answer = await send(url, READY).catch(() => undefined);
    if (answer?.status === 204) return { name, url, child, storePid };
    await wait(20);
  }
}

const READY = { method: 'GET', target: '/_mock/health/ready', headers: {} };

/** Starts a server for each way to keep sandboxes. Stores write nothing to the disk, which differs from machine to machine. */
export async function startContestants(): Promise<Contestants> {
  const [valkey, postgres] = [await startValkey(), await startPostgres()];
  const { pid } = valkey.process;
  const contestants = [
    await startServer('one process', []),
    await startServer('Valkey', ['--state', `${valkey.url}?prefix=one`], pid),
    await startServer(
      'Valkey, --max-staleness 100ms',
      ['--state', `${valkey.url}?prefix=two`, '--max-staleness', '100ms'],
      pid,
    ),
    await startServer('PostgreSQL', ['--state', postgres.url]),
    await startServer('--workers 2', ['--workers', '2']),
  ];
  return {
    contestants,
    valkeyUrl: valkey.url,
    stop: async () => {
      await Promise.all(contestants.map(({ child }) => child.stop()));
      await Promise.all([valkey.stop(), postgres.stop()]);
    },
  };
}
