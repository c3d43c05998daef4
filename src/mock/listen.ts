import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readIncoming } from './read-incoming.ts';
import { refuseConnection } from './refuse-connection.ts';
import type { Serve, WireResponse } from './wire.ts';

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

const MALFORMED: WireResponse = {
  status: 400,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'The request target or the Host header is malformed.\n',
};

/** Serves over HTTP. Rejects with the system's error, such as EADDRINUSE. */
export function listen(
  serve: Serve,
  { port = 0, host = '127.0.0.1' }: ListenOptions = {},
  logError: (error: unknown) => void = console.error,
): Promise<Listener> {
  const server = createServer((message, response) => {
    answer(serve, message, response).catch((error: unknown) => {
      logError(error);
      response.destroy();
    });
  });
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
      server.closeAllConnections();
    });
  }
}

async function answer(serve: Serve, message: IncomingMessage, response: ServerResponse) {
  const request = readIncoming(message);
  const { status, headers, body } = request === undefined ? MALFORMED : await serve(request);
  response.writeHead(status, body === undefined ? headers : withLength(headers, body));
  response.end(body);
}

/** Without a length Node would send the body in chunks. */
function withLength(headers: WireResponse['headers'], body: string | Uint8Array) {
  return { ...headers, 'content-length': Buffer.byteLength(body) };
}

function formatOrigin(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') return address ?? '';
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
