// For whoever compiles against this package with no types of Node.
/// <reference types="node" preserve="true" />
import type { Readable } from 'node:stream';
import type { HeaderFields, HeaderReader } from '../../contract/model/header-reader.ts';
import type { UnfinishedBodies } from './unfinished-bodies.ts';

/** Request as received, from a socket or as a Fetch `Request`. */
export interface HttpRequest {
  /** As sent; standard methods are upper case. */
  readonly method: string;
  /** Such as `http://127.0.0.1:4010`. */
  readonly origin: string;
  /** Path without dot segments, still percent-encoded. */
  readonly path: string;
  /** Query without its `?`; empty if there is none. */
  readonly query: string;
  readonly headers: HeaderReader;
  /** Names and values of all header fields, alternating, as sent. */
  readonly rawHeaders: readonly string[];
  /** IP address of the caller; `undefined` for a caller in the same process. */
  readonly readRemoteAddress: () => string | undefined;
  readonly body: RequestBody | undefined;
}

/** Body of a request. Its stream can be read once. */
export interface RequestBody {
  /** Of Node for a socket, of the Web for a `Request`. */
  readonly stream: Readable | ReadableStream<Uint8Array>;
  /** Those of the server; absent for a body of the same process. */
  readonly unfinished?: UnfinishedBodies | undefined;
  /** Set once the stream has been read to its end. */
  bytes?: Buffer;
}

/** Opens a body that is read as fast as its reader takes it, and cancelled when the reader goes. */
export type OpenStream = () => ReadableStream<Uint8Array>;

/** Response as it is sent. */
export interface HttpResponse {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: HeaderFields;
  /** Text, sent as UTF-8, or bytes. Also set for HEAD, which gets only the length of GET's body. */
  readonly body?: string | Uint8Array | undefined;
  /** Text of the body in UTF-8, if it is not ASCII: encoded once, to be recorded and sent. */
  readonly bytes?: Uint8Array | undefined;
  /** Opens a body that is sent as it comes, in the place of `body`; not called for HEAD. */
  readonly stream?: OpenStream | undefined;
  /** Part that a fault drops: the whole response, or the second half of its body. */
  readonly loss?: 'all' | 'half';
}

export type Serve = (request: HttpRequest) => Promise<HttpResponse>;
