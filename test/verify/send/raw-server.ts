import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** Serves on a free port until the test is done, and gives the base URL. */
export async function serve(server: Server, scheme = 'http'): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `${scheme}://127.0.0.1:${address.port}`;
}

/** Serves by a listener of `node:http`. */
export function serveHttp(listener: RequestListener): Promise<string> {
  return serve(createHttpServer(listener));
}

/** Serves bytes of any kind: `answer` gets the connection once a request has come. */
export function serveBytes(answer: (socket: Socket) => void): Promise<string> {
  return serve(createServer((socket) => socket.once('data', () => answer(socket))));
}
