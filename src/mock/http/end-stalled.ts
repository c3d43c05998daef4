import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Milliseconds. */
interface Patience {
  /** Between two looks for clients that have not taken their answer yet. */
  readonly look: number;
  /** Time in which such a client must take some of it. */
  readonly wait: number;
}

/**
 * Ends connections whose clients do not take their answers, which would keep them in memory for ever.
 *
 * Node does so by `server.timeout`, but would set it anew for each request.
 */
export function endStalled(
  server: Server,
  { look, wait }: Patience = { look: 30_000, wait: 60_000 },
) {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const timer = setInterval(() => {
    for (const socket of sockets) {
      // Ends the connection, unless there is some progress; the next request takes it back.
      if (socket.writableLength > 0 && !socket.timeout) socket.setTimeout(wait);
    }
  }, look);
  timer.unref();
  server.once('close', () => clearInterval(timer));
}
