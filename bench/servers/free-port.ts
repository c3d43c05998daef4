import { once } from 'node:events';
import { createServer } from 'node:net';

/** Finds a free port of 127.0.0.1. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

/** Returns the base URL of a port on the loopback address. */
export function origin(port: number): string {
  return `http://127.0.0.1:${port}`;
}
