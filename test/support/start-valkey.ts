import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VALKEY, VALKEY_MISSING } from './valkey.ts';

export interface StartedValkey {
  readonly url: string;
  readonly port: number;
  /** Where it keeps its files. */
  readonly folder: string;
  /** The process that runs at present: after a restart, another one. */
  readonly process: ChildProcess;
  /** Ends the process at once, as a crash does, unless it has ended. */
  readonly kill: () => Promise<void>;
  /** Ends the process, if it has not ended, and starts another one at the same port, which reads what was saved. */
  readonly restart: () => Promise<void>;
  /** Ends the process and removes its files. */
  readonly stop: () => Promise<void>;
}

export interface ValkeyOptions {
  /** Whether each write is in a file before it is answered; nothing is saved by default. */
  readonly appendonly?: boolean;
  /** More settings, such as `['--maxmemory', '8mb']`. */
  readonly settings?: readonly string[];
}

/** Attempts to find a port that nobody took in the meantime. */
const ATTEMPTS = 5;

/** Starts a server of Valkey, or of Redis, on 127.0.0.1. */
export async function startValkey(options: ValkeyOptions = {}): Promise<StartedValkey> {
  const folder = await mkdtemp(join(tmpdir(), 'share-contracts-valkey-'));
  const started = await startAnywhere(folder, options);
  const { port } = started;
  let child = started.process;
  return {
    url: `valkey://127.0.0.1:${port}`,
    port,
    folder,
    get process() {
      return child;
    },
    kill: () => endProcess(child, 'SIGKILL'),
    restart: async () => {
      await endProcess(child, 'SIGTERM');
      child = await start(port, folder, options);
    },
    stop: async () => {
      await endProcess(child, 'SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startAnywhere(folder: string, options: ValkeyOptions) {
  let failure: unknown;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = await findPort();
    try {
      return { port, process: await start(port, folder, options) };
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

/** Starts a server, and waits until it takes commands. */
async function start(port: number, folder: string, options: ValkeyOptions): Promise<ChildProcess> {
  if (VALKEY === undefined) throw new Error(VALKEY_MISSING);
  const { appendonly = false, settings = [] } = options;
  const child = spawn(
    VALKEY,
    [
      ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''],
      ...(appendonly ? ['--appendonly', 'yes', '--appendfsync', 'always'] : ['--appendonly', 'no']),
      ...settings,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  await waitUntilReady(child);
  return child;
}

function waitUntilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (/Ready to accept connections/i.test(output)) resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${output}`)));
  });
}

async function endProcess(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  // One that is stopped takes no other signal.
  child.kill('SIGCONT');
  await ended;
}

/** A port that nobody listens on at present. */
async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('Expected a port.');
  return address.port;
}
