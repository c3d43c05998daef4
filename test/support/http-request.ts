import { Readable } from 'node:stream';
import type { HttpRequest } from '../../src/mock/http/message.ts';

/** Request without a socket; a body in one piece or in chunks. */
export function httpRequest(
  method: string,
  headers: HeadersInit = {},
  body?: string | Uint8Array | Readable,
): HttpRequest {
  return {
    method,
    origin: 'http://mock.test',
    path: '/',
    query: '',
    headers: new Headers(headers),
    rawHeaders: [...new Headers(headers)].flat(),
    readRemoteAddress: () => undefined,
    body: body === undefined ? body : { stream: toStream(body) },
  };
}

function toStream(body: string | Uint8Array | Readable): Readable {
  return body instanceof Readable ? body : Readable.from([Buffer.from(body)]);
}
