import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEndOfTurn } from './end-of-turn.ts';
import type { HttpResponse, Serve } from './message.ts';
import { readRequest } from './read-request.ts';
import { refuseConnection } from './refuse-connection.ts';
import { sendResponse } from './send-response.ts';

// An import would also load Node's WebSocket client: 25 ms more at each start (November 2026).
const { createServer } = process.getBuiltinModule('node:http');

export interface ListenOptions {
  /** Port to serve on; 0, the default, is any free one. */
  readonly port?: number;
  /** Address to bind; loopback by default. */
  readonly host?: string;
}

export interface Listener {
  /** Origin without a trailing slash, such as `http://127.0.0.1:4010`. */
  readonly url: string;
  /** Closes the server and all its connections at once. */
  readonly close: () => Promise<void>;
}

const MALFORMED: HttpResponse = {
  status: 400,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'The request target or the Host header is malformed.\n',
};

/** Starts an HTTP server. Rejects with the system's error, such as EADDRINUSE. */
export function listen(
  serve: Serve,
  { port = 0, host = '127.0.0.1' }: ListenOptions = {},
  logError: (error: unknown) => void = console.error,
): Promise<Listener> {
  const endOfTurn = createEndOfTurn();
  const server = createServer((message, response) => {
    void answer(message, response);
  });
  server.on('clientError', refuseConnection);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve({ url: formatOrigin(server.address()), close });
    });
  });

  /** Answers requests that arrive together in one batch, and sends the responses together. */
  async function answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await endOfTurn();
      const request = readRequest(message);
      const answered = request === undefined ? MALFORMED : await serve(request);
      await endOfTurn();
      sendResponse(answered, response);
    } catch (error) {
      logError(error);
      response.destroy();
    }
  }

  function close(): Promise<void> {
    return new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }
}

function formatOrigin(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') return address ?? '';
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
