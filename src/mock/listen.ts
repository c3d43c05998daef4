import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rememberNewest } from '../contract/remember.ts';
import { atEndOfTurn } from './end-of-turn.ts';
import { andThen, attempt, type Eventual } from './eventual.ts';
import { createLastingMemory } from './lasting.ts';
import { readIncoming } from './read-incoming.ts';
import { refuseConnection } from './refuse-connection.ts';
import type { Serve, WireResponse } from './wire.ts';

// An import of it would also load what it has of WebSockets, which takes 25 ms.
const { createServer } = process.getBuiltinModule('node:http');

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
  const server = createServer({ optimizeEmptyRequests: true }, (message, response) => {
    const fail = (error: unknown) => {
      logError(error);
      response.destroy();
    };
    const send = (answer: WireResponse) =>
      atEndOfTurn(() => void attempt(() => write(answer, response), fail));
    atEndOfTurn(() => void attempt(() => andThen(answer(serve, message), send), fail));
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

function answer(serve: Serve, message: IncomingMessage): Eventual<WireResponse> {
  const request = readIncoming(message);
  return request === undefined ? MALFORMED : serve(request);
}

function write(answer: WireResponse, response: ServerResponse): void {
  const { fields, body } = recallPacket(answer, () => makePacket(answer));
  if (answer.loss !== undefined) lose(answer, fields, response);
  else response.writeHead(answer.status, fields).end(body, 'latin1');
}

/** Ends the connection at once, or in the middle of the body. */
function lose(
  { status, body, loss }: WireResponse,
  fields: string[],
  response: ServerResponse,
): void {
  const { socket } = response;
  if (loss === 'all' || body === undefined) {
    socket?.resetAndDestroy();
    return;
  }
  const bytes = Buffer.from(body);
  response.writeHead(status, fields);
  response.write(bytes.subarray(0, bytes.length >> 1), () => socket?.destroySoon());
}

/** Answer as Node sends it fastest. */
interface Packet {
  /** Names and values in turn. */
  readonly fields: string[];
  /** Text of a character for each byte, or bytes. */
  readonly body: string | Uint8Array | undefined;
}

/** Bodies up to this many bytes are sent in one piece with their head. */
const ONE_PIECE = 16 * 1024;

const recallPacket = createLastingMemory<WireResponse, Packet>();

function makePacket({ headers, body }: WireResponse): Packet {
  const { bare, withLength } = listFields(headers);
  if (body === undefined) return { fields: bare, body };
  if (typeof body === 'string' && body.length <= ONE_PIECE && isAscii(body)) {
    return { fields: withLength(body.length), body };
  }
  const bytes = typeof body === 'string' ? Buffer.from(body) : bufferOf(body);
  // Node joins a text, not bytes, to the head.
  const sent = bytes.length <= ONE_PIECE ? bytes.toString('latin1') : bytes;
  return { fields: withLength(bytes.length), body: sent };
}

/** Header fields, names and values in turn. */
interface Fields {
  readonly bare: string[];
  /** Without a length Node would send the body in chunks; many answers of an operation have the same. */
  readonly withLength: (length: number) => string[];
}

const listed = new WeakMap<WireResponse['headers'], Fields>();

/** Many answers have the same header fields. */
function listFields(headers: WireResponse['headers']): Fields {
  const known = listed.get(headers);
  if (known !== undefined) return known;
  const bare = Object.entries(headers).flat();
  const withLength = rememberNewest((length: number) => [...bare, 'content-length', `${length}`]);
  listed.set(headers, { bare, withLength });
  return { bare, withLength };
}

/** Whether each character is one byte in UTF-8 and in Latin-1 alike. */
function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length;
}

/** The same bytes, not a copy of them. */
function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function formatOrigin(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') return address ?? '';
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
