import type { IncomingMessage } from 'node:http';
import { readFrom } from '../contract/header-reader.ts';
import { rememberNewest } from '../contract/remember.ts';
import { readTarget } from './read-target.ts';
import type { WireRequest } from './wire.ts';

/** Name or address with an optional port, RFC 9110 section 7.2. */
const HOST = /^(?:[\w.~!$&'()*+,;=%-]+|\[[\da-f:.]+\])(?::\d*)?$/i;

/** The same text for the same host, as links are made of it. */
const originOf = rememberNewest((host: string) => `http://${host}`);

/** Reads a request from Node's HTTP server; `undefined` where its target or its host is malformed. */
export function readIncoming(message: IncomingMessage): WireRequest | undefined {
  const { method = '', url = '', headers, rawHeaders, socket } = message;
  const target = readTarget(url);
  const { host = 'localhost' } = headers;
  if (target === undefined || !HOST.test(host)) return undefined;
  return {
    method,
    origin: originOf(host),
    path: target.path,
    query: target.query,
    headers: readFrom(headers),
    rawHeaders,
    readRemoteAddress: () => socket.remoteAddress,
    body: hasBody(message) ? { stream: message } : undefined,
  };
}

/** RFC 9112 section 6: a request has a body where one of these fields is there. */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}
