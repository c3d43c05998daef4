import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { andThen, attempt, type Eventual } from './eventual.ts';
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
    void attempt(
      () => answer(serve, message, response),
      (error) => {
        logError(error);
        response.destroy();
      },
    );
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

function answer(serve: Serve, message: IncomingMessage, response: ServerResponse): Eventual<void> {
  const request = readIncoming(message);
  return andThen(request === undefined ? MALFORMED : serve(request), (written) => {
    response.writeHead(written.status, fieldsOf(written)).end(written.body);
  });
}

/** Header fields of answers that were sent before, as Node takes them fastest. */
const known = new WeakMap<WireResponse, string[]>();

/** Names and values in turn. Without a length Node would send the body in chunks. */
function fieldsOf(response: WireResponse): string[] {
  const found = known.get(response);
  if (found !== undefined) return found;
  const { headers, body } = response;
  const length = body === undefined ? [] : ['content-length', `${Buffer.byteLength(body)}`];
  const fields = [...Object.entries(headers).flat(), ...length];
  known.set(response, fields);
  return fields;
}

function formatOrigin(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') return address ?? '';
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
