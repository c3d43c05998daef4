import type { Duplex } from 'node:stream';

// Not imported, for the reason given in listen.ts.
const { STATUS_CODES } = process.getBuiltinModule('node:http');

/** Statuses of Node's own error responses, by error code; any other code is 400. */
const STATUSES: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};
/** Milliseconds for which the client may go on sending. */
const CLOSE_TIMEOUT = 500;

/**
 * Answers data that is not a valid HTTP request, and closes the connection.
 *
 * Node would close it at once, and a client that is still sending would never see the response.
 */
export function refuseConnection(error: Error & { readonly code?: string }, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status = STATUSES[error.code ?? ''] ?? 400;
  const timer = setTimeout(() => socket.destroy(), CLOSE_TIMEOUT);
  socket.once('close', () => clearTimeout(timer));
  socket.removeAllListeners('data').resume();
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n\r\n`);
}
