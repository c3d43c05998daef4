import { Socket } from 'node:net';
import pg from 'pg';

/** Milliseconds after which a connection without work is closed. */
const IDLE_TIME = 30_000;

export interface PoolOptions {
  readonly config: pg.ClientConfig;
  /** Connections at most. */
  readonly size: number;
  /** Milliseconds until a connection has to be there. */
  readonly timeout: number;
  /** Prepares each new connection; throws where it is of no use. */
  readonly prepare: (client: pg.Client) => Promise<void>;
}

/** Pool of connections, and their sockets, by which those that hang can be ended. */
export interface OpenedPool {
  readonly clients: pg.Pool;
  readonly sockets: ReadonlySet<Socket>;
}

/** Opens a pool, which connects when it has to; what ends a connection is an error of its statement alone. */
export function openPool({ config, size, timeout, prepare }: PoolOptions): OpenedPool {
  const sockets = new Set<Socket>();
  const clients = new pg.Pool({
    ...config,
    max: size,
    idleTimeoutMillis: IDLE_TIME,
    connectionTimeoutMillis: timeout,
    stream: () => {
      const socket = new Socket();
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      return socket;
    },
    onConnect: async (client) => {
      if (client instanceof pg.Client) await prepare(client);
    },
  });
  clients.on('connect', (client) => client.on('error', () => {}));
  clients.on('error', () => {});
  return { clients, sockets };
}

/** Waits until all connections of a pool are closed, `patience` milliseconds at most. */
export async function untilClosed({ sockets }: OpenedPool, patience: number): Promise<void> {
  const end = AbortSignal.timeout(patience);
  for (const socket of sockets) {
    if (socket.closed || end.aborted) continue;
    await new Promise<void>((resolve) => {
      socket.once('close', () => resolve());
      end.addEventListener('abort', () => resolve(), { once: true });
    });
  }
}
