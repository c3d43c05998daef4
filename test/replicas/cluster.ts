import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent } from 'node:http';
import { fileURLToPath } from 'node:url';
import { type Send, type Sent, sendTo } from './send.ts';
import { type StoreProxy, startStoreProxy } from './store-proxy.ts';

/** A replica in a process of its own, which reaches the store by a proxy. */
export interface ReplicaProcess {
  readonly name: string;
  readonly proxy: StoreProxy;
  readonly send: Send;
  /** Ends it at once, and starts another one in its place. */
  readonly killAndStart: () => Promise<void>;
  /** Ends it at once. */
  readonly kill: () => Promise<void>;
  /** Stops it; it keeps its connections. */
  readonly suspend: () => void;
  readonly resume: () => void;
  /** Says whether it is sick: the round-robin lets few requests go to it at a time then. */
  readonly setSick: (isSick: boolean) => void;
  /** Whether it takes another request. */
  readonly isOpen: () => boolean;
}

/** Replicas behind a round-robin. */
export interface Cluster {
  readonly replicas: readonly ReplicaProcess[];
  /** The next one that takes a request; waits until there is one. */
  readonly next: () => Promise<ReplicaProcess>;
  readonly close: () => Promise<void>;
}

export interface ClusterOptions {
  /** URL and port of the store. */
  readonly store: { readonly url: string; readonly port: number };
  readonly count: number;
  /** Arguments of Node for a replica over a URL. */
  readonly command?: ((url: string) => readonly string[]) | undefined;
  /** Milliseconds after which an answer of a replica counts as lost. */
  readonly timeout?: number | undefined;
}

const ENTRY = fileURLToPath(new URL('replica-process.ts', import.meta.url));
/** Requests at a time to a replica that may be sick, so that not all clients wait for it. */
const SICK_REQUESTS = 2;
/** Attempts to start a replica, as the store may be away. */
const STARTS = 20;

/** Starts replicas over a store. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  let turn = 0;
  let waiting: (() => void)[] = [];
  const names = Array.from({ length: options.count }, (_, at) => `replica ${at + 1}`);
  const replicas = await Promise.all(names.map((name) => startReplica(name, options, wake)));
  return {
    replicas,
    next: async () => {
      for (;;) {
        const open = findOpen();
        if (open !== undefined) return open;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    close: async () => {
      await Promise.all(replicas.map((replica) => replica.close()));
    },
  };

  function findOpen(): ReplicaProcess | undefined {
    for (const _ of replicas) {
      turn += 1;
      const replica = replicas[turn % replicas.length];
      if (replica?.isOpen()) return replica;
    }
    return undefined;
  }

  function wake(): void {
    const woken = waiting;
    waiting = [];
    for (const resolve of woken) resolve();
  }
}

/** `onOpen` is called whenever it may take another request. */
async function startReplica(
  name: string,
  { store, command, timeout = 15_000 }: ClusterOptions,
  onOpen: () => void,
) {
  const proxy = await startStoreProxy(store.port);
  const url = store.url.replace(`:${store.port}`, `:${proxy.port}`);
  const args = command?.(url) ?? [ENTRY, 'crego', url];
  const agent = new Agent({ keepAlive: true });
  let [limit, inFlight] = [Number.POSITIVE_INFINITY, 0];
  let { child, base } = await run();
  return {
    name,
    proxy,
    send,
    kill,
    killAndStart: async () => {
      // Load it first, as a supervisor has one ready: replicas would be away most of the time.
      const started = await runAgain();
      await kill();
      ({ child, base } = started);
      setLimit(Number.POSITIVE_INFINITY);
    },
    suspend: () => {
      setLimit(SICK_REQUESTS);
      child.kill('SIGSTOP');
    },
    resume: () => {
      child.kill('SIGCONT');
      setLimit(Number.POSITIVE_INFINITY);
    },
    setSick: (isSick: boolean) => setLimit(isSick ? SICK_REQUESTS : Number.POSITIVE_INFINITY),
    isOpen: () => inFlight < limit,
    close: async () => {
      await kill();
      agent.destroy();
      await proxy.close();
    },
  };

  async function send(...request: Parameters<Send>): Promise<Sent> {
    inFlight += 1;
    try {
      return await sendTo(base, agent, timeout)(...request);
    } finally {
      inFlight -= 1;
      onOpen();
    }
  }

  function setLimit(changed: number): void {
    limit = changed;
    onOpen();
  }

  async function kill(): Promise<void> {
    setLimit(0);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  async function runAgain(): ReturnType<typeof run> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await run();
      } catch (error) {
        if (attempt === STARTS) throw error;
      }
    }
  }

  async function run(): Promise<{ child: ChildProcess; base: string }> {
    const started = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    return { child: started, base: await waitForUrl(started, name) };
  }
}

/** Waits until a process prints where it listens; fails with all that it printed if it ends. */
function waitForUrl(child: ChildProcess, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output = `${output}${chunk}`.slice(-20_000);
      const found = /(http:\/\/127\.0\.0\.1:\d+)/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}:\n${output}`)));
  });
}
