import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** What is between a replica and its store, and can break. */
export interface StoreProxy {
  readonly port: number;
  /** Ends all connections in the middle of the next reply, or soon. */
  readonly cut: (bytes: number) => void;
  /** Ends all connections at once. */
  readonly reset: () => void;
  /** Passes everything on so many milliseconds later, in order; 0 for at once. */
  readonly slow: (delay: number) => void;
  /** Passes nothing on, in one direction or both, and closes nothing. */
  readonly block: (side: 'to store' | 'from store' | 'both') => void;
  /** Passes on all that was blocked, also of connections that the replica has closed since, and goes on as ever. */
  readonly release: () => void;
  readonly close: () => Promise<void>;
}

/** One direction of a connection: chunks in order, each of which leaves when it may. */
interface Pipe {
  readonly side: 'to store' | 'from store';
  readonly push: (chunk: Buffer) => void;
  readonly flush: () => void;
}

/** Starts a proxy of a port of 127.0.0.1. */
export async function startStoreProxy(target: number): Promise<StoreProxy> {
  const sockets = new Set<Socket>();
  const pipes = new Set<Pipe>();
  let delay = 0;
  let blocked: 'to store' | 'from store' | 'both' | undefined;
  let bytesLeft = Number.POSITIVE_INFINITY;
  const server = createServer({ noDelay: true }, (replica) => {
    const store = connect({ port: target, host: '127.0.0.1', noDelay: true });
    link(replica, store);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Expected a port.');
  return {
    port: address.port,
    cut: (bytes) => {
      bytesLeft = bytes;
    },
    reset,
    slow: (milliseconds) => {
      delay = milliseconds;
    },
    block: (side) => {
      blocked = side;
    },
    release: () => {
      blocked = undefined;
      for (const pipe of pipes) pipe.flush();
    },
    close: async () => {
      server.close();
      reset();
      if (server.listening) await once(server, 'close');
    },
  };

  function reset(): void {
    bytesLeft = Number.POSITIVE_INFINITY;
    for (const socket of sockets) socket.resetAndDestroy();
  }

  function link(replica: Socket, store: Socket): void {
    const [up, down] = [pipe('to store', replica, store), pipe('from store', store, replica)];
    for (const [socket, from] of [
      [replica, up],
      [store, down],
    ] as const) {
      sockets.add(socket);
      socket.on('data', from.push);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        // The other side hears of it once it has got what is under way.
        from.push(Buffer.alloc(0));
      });
    }
  }

  function pipe(side: Pipe['side'], source: Socket, sink: Socket): Pipe {
    const chunks: { readonly chunk: Buffer; readonly at: number }[] = [];
    let timer: NodeJS.Timeout | undefined;
    const made: Pipe = {
      side,
      push: (chunk) => {
        chunks.push({ chunk, at: performance.now() + delay });
        flush();
      },
      flush,
    };
    pipes.add(made);
    return made;

    function flush(): void {
      clearTimeout(timer);
      while (blocked !== 'both' && blocked !== side) {
        const [first] = chunks;
        if (first === undefined) return;
        const wait = first.at - performance.now();
        if (wait > 0) {
          timer = setTimeout(flush, wait);
          return;
        }
        chunks.shift();
        pass(first.chunk);
      }
    }

    function pass(chunk: Buffer): void {
      if (chunk.length === 0) {
        pipes.delete(made);
        sink.destroy();
        return;
      }
      const passed = side === 'from store' ? chunk.subarray(0, bytesLeft) : chunk;
      if (!sink.destroyed) sink.write(passed);
      if (side === 'to store') return;
      bytesLeft -= passed.length;
      if (passed.length === chunk.length) return;
      bytesLeft = Number.POSITIVE_INFINITY;
      // What was written leaves first.
      sink.destroySoon();
      source.destroy();
    }
  }
}
