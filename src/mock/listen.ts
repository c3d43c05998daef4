import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { refuseConnection } from './refuse-connection.ts';

export interface ListenOptions {
  /** Port to serve on; 0 or absent for any free one. */
  readonly port?: number;
  /** Address to bind; loopback by default. */
  readonly host?: string;
}

export interface Listener {
  /** Origin without a trailing slash, such as `http://127.0.0.1:4010`. */
  readonly url: string;
  /** Ends the server and its connections, idle ones at once. */
  readonly close: () => Promise<void>;
}

/** Serves a fetch function over HTTP. Rejects with the system's error, such as EADDRINUSE. */
export function listen(
  fetch: (request: Request) => Promise<Response>,
  { port = 0, host = '127.0.0.1' }: ListenOptions = {},
): Promise<Listener> {
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false });
  server.on('clientError', refuseConnection);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve({ url: formatOrigin(server.address()), close });
    });
  });

  function close(): Promise<void> {
    return new Promise((resolve) => {
      server.close(() => resolve());
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  }
}

function formatOrigin(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') return address ?? '';
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
