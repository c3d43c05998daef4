import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { POSTGRES_PROGRAMS } from './postgres.ts';

export interface StartedPostgres {
  /** Of its one user, who may do everything, and the database `postgres`. */
  readonly url: string;
  readonly port: number;
  readonly folder: string;
  /** Of the server as it runs now. */
  readonly pid: number;
  /** Stops all its processes, so that it answers nothing and its connections stay. */
  readonly pause: () => Promise<void>;
  readonly resume: () => Promise<void>;
  /** Ends it in order, with all connections, and starts it again on its port. */
  readonly restart: () => Promise<void>;
  /** Ends it in order, with all connections; `start` starts it again on its port. */
  readonly end: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Ends it at once, as a crash does, so that it has to recover when it starts again. */
  readonly crash: () => Promise<void>;
  /** Ends it at once, and deletes its folder. */
  readonly stop: () => Promise<void>;
}

export interface PostgresOptions {
  /** Whether a commit waits for the disk; it does not by default, for speed. */
  readonly fsync?: boolean;
  /** More settings of the server, such as `max_connections`. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** With characters that a URL has to escape. */
const PASSWORD = 's3cret/@:';

/** Starts a PostgreSQL server on a free port of 127.0.0.1, with its data in a temporary folder. */
export async function startPostgres(options: PostgresOptions = {}): Promise<StartedPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'share-contracts-postgres-'));
  const data = join(folder, 'data');
  await giveToServer(folder);
  await initialize(folder, data);
  const port = await findFreePort();
  const settings = { fsync: options.fsync ? 'on' : 'off', ...options.settings };
  let server = await run();
  return {
    url: `postgres://tester:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/postgres`,
    port,
    folder,
    get pid() {
      return pidOf(server);
    },
    pause: () => signal('SIGSTOP'),
    resume: () => signal('SIGCONT'),
    restart: async () => {
      await end('SIGINT');
      server = await run();
    },
    end: () => end('SIGINT'),
    crash: () => end('SIGQUIT'),
    start: async () => {
      server = await run();
    },
    stop: async () => {
      await end('SIGQUIT');
      await rm(folder, { recursive: true, force: true });
    },
  };

  async function run(): Promise<ChildProcess> {
    const set = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const args = ['-D', data, '-h', '127.0.0.1', '-k', '', '-p', String(port), ...set];
    const child = spawn(join(POSTGRES_PROGRAMS, 'postgres'), args, {
      ...serverUser(),
      cwd: data,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await waitUntilReady(child);
    return child;
  }

  async function end(how: NodeJS.Signals): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, 'exit');
    await signal('SIGCONT');
    server.kill(how);
    await exited;
  }

  /** Its processes are in no group of their own: each is asked by itself, the one that starts others first. */
  async function signal(name: NodeJS.Signals): Promise<void> {
    server.kill(name);
    const pid = pidOf(server);
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
    for (const child of children.split(' ').filter((text) => text !== '')) trySignal(child, name);
  }
}

function trySignal(pid: string, name: NodeJS.Signals): void {
  try {
    process.kill(Number(pid), name);
  } catch {
    // It ended by itself.
  }
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('Expected a server that runs, found none.');
  return child.pid;
}

function waitUntilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-100_000);
      if (/ready to accept (read-only )?connections/.test(output)) resolve();
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}:\n${output}`)));
  });
}

/** Takes half a second: a template to copy would outlive the tests, whose processes are ended without notice. */
async function initialize(folder: string, data: string): Promise<void> {
  const password = join(folder, 'password');
  await writeFile(password, PASSWORD);
  const args = ['-D', data, '-U', 'tester', `--pwfile=${password}`, '-A', 'scram-sha-256'];
  const speed = ['--no-sync', '--wal-segsize=1', '--locale=C.UTF-8', '-E', 'UTF8'];
  await promisify(execFile)(join(POSTGRES_PROGRAMS, 'initdb'), [...args, ...speed], serverUser());
}

async function giveToServer(path: string): Promise<void> {
  const { uid, gid } = serverUser();
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
}

/** PostgreSQL refuses to run as root: Debian's package has a user for it. */
function serverUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const ask = (what: string) =>
    Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }));
  return { uid: ask('-u'), gid: ask('-g') };
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('Expected a port.');
  return address.port;
}
