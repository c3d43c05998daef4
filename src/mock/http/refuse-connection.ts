import type { Duplex } from 'node:stream';

// Not by an import, as in listen.ts.
const { STATUS_CODES } = process.getBuiltinModule('node:http');

/** Statuses that Node itself gives where it cannot read a request; everything else is a 400. */
const STATUSES: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};
/** Milliseconds that a sender has for the rest of what it sends. */
const PATIENCE = 500;

/**
 * Answers bytes that are no HTTP request, and ends the connection.
 *
 * Node would cut it off at once, and a sender that is not done would never see the answer.
 */
export function refuseConnection(error: Error & { readonly code?: string }, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status = STATUSES[error.code ?? ''] ?? 400;
  const timer = setTimeout(() => socket.destroy(), PATIENCE);
  socket.once('close', () => clearTimeout(timer));
  socket.removeAllListeners('data').resume();
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n\r\n`);
}
