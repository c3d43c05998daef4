import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEndOfTurn } from './end-of-turn.ts';
import { endStalled } from './end-stalled.ts';
import { describeFileLimit, readFileLimit } from './file-limit.ts';
import type { HttpResponse, Serve } from './message.ts';
import { followConnections } from './open-connections.ts';
import { hasUnreadCoding, readRequest } from './read-request.ts';
import { refuseConnection } from './refuse-connection.ts';
import { sendResponse } from './send-response.ts';
import { createUnfinishedBodies } from './unfinished-bodies.ts';

// An import would also load Node's WebSocket client: 25 ms more at each start (November 2026).
const { createServer } = process.getBuiltinModule('node:http');

export interface ListenOptions {
  /** Port to serve on; 0, the default, is any free one. */
  readonly port?: number;
  /** Address to bind; loopback by default. */
  readonly host?: string;
}

/** Files that the server itself may need beside its connections: contracts, docs, state. */
const OWN_FILES = 48;

export interface Listener {
  /** Origin without a trailing slash, such as `http://127.0.0.1:4010`. */
  readonly url: string;
  /** Closes the server and all its connections at once. */
  readonly close: () => Promise<void>;
  /** Takes no more connections, closes idle ones, and each other once it is answered; after so many milliseconds, all that are left. */
  readonly stop: (patience: number) => Promise<void>;
}

const MALFORMED: HttpResponse = {
  status: 400,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'The request target or the Host header is malformed.\n',
};
const UNREAD: HttpResponse = {
  status: 501,
  headers: { 'content-type': 'text/plain; charset=utf-8', connection: 'close' },
  body: 'No Transfer-Encoding is known but chunked.\n',
};
const FAILED: HttpResponse = {
  status: 500,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'The mock server failed to answer; its log says why.\n',
};

/** Starts an HTTP server. Rejects with the system's error, such as EADDRINUSE, or for a blank address. */
export function listen(
  serve: Serve,
  { port = 0, host = '127.0.0.1' }: ListenOptions = {},
  logError: (error: unknown) => void = console.error,
): Promise<Listener> {
  const endOfTurn = createEndOfTurn();
  const unfinished = createUnfinishedBodies();
  let isStopping = false;
  const server = createServer((message, response) => {
    void answer(message, response);
  });
  server.on('clientError', refuseConnection);
  const connections = followConnections(server);
  const limit = readFileLimit();
  // Beyond them, connections are closed at once, so that many idle ones keep no file from being read.
  if (limit !== undefined) server.maxConnections = Math.max(limit - OWN_FILES, 1);
  server.once('drop', () => sayOnce(`${server.maxConnections} are open already.`));
  return new Promise((resolve, reject) => {
    // It would bind every interface, though it may come from a variable that is not set.
    if (host.trim() === '') throw new Error('host: expected an address, found an empty text.');
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      endStalled(server);
      // Every connection that the system refuses is one, and the next may be taken.
      server.once('error', ({ message }) => sayOnce(`${message}.`)).on('error', () => {});
      resolve({ url: formatOrigin(server.address()), close, stop });
    });
  });

  /** Answers requests that arrive together in one batch, and sends the responses together. */
  async function answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    connections.note(response);
    try {
      await endOfTurn();
      const answered = await findAnswer(message);
      await endOfTurn();
      if (isStopping) response.shouldKeepAlive = false;
      // Its head has said already that the connection goes on.
      else if (answered.stream !== undefined) response.once('close', closeWhereStopping);
      sendResponse(answered, response);
    } catch (error) {
      logError(error);
      if (response.headersSent) response.destroy();
      else sendResponse(FAILED, response);
    }
  }

  function findAnswer(message: IncomingMessage): HttpResponse | Promise<HttpResponse> {
    if (hasUnreadCoding(message)) return UNREAD;
    const request = readRequest(message, unfinished);
    return request === undefined ? MALFORMED : serve(request);
  }

  function sayOnce(reason: string): void {
    const advice = describeFileLimit(limit);
    logError(`A connection could not be taken: ${reason} ${advice} This is said once.`);
  }

  function closeWhereStopping(): void {
    if (isStopping) connections.closeIdle();
  }

  function stop(patience: number): Promise<void> {
    isStopping = true;
    return new Promise((resolve) => {
      const timer = setTimeout(() => server.closeAllConnections(), patience);
      server.close(() => {
        clearTimeout(timer);
        resolve();
      });
      connections.closeIdle();
    });
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
