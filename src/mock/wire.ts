import type { Readable } from 'node:stream';
import type { HeaderReader } from '../contract/header-reader.ts';
import type { Eventual } from './eventual.ts';
import type { Lasting } from './lasting.ts';

/** Request as it came over the wire, wherever from: a socket, or a `Request` of the Fetch standard. */
export interface WireRequest {
  /** As sent, so upper case for every usual one. */
  readonly method: string;
  /** Such as `http://127.0.0.1:4010`. */
  readonly origin: string;
  /** Path without dot segments, percent-encoding still in place. */
  readonly path: string;
  /** Query without its `?`; empty where there is none. */
  readonly query: string;
  readonly headers: HeaderReader;
  /** Names and values of all header fields in turn, as they were sent. */
  readonly rawHeaders: readonly string[];
  /** Address of the caller; absent where there is no network between. */
  readonly readRemoteAddress: () => string | undefined;
  /** Absent where no body was sent. */
  readonly body: RequestBody | undefined;
}

/** Body of a request, which can be read once. */
export interface RequestBody {
  readonly stream: Readable;
  /** All of it, once it was read to its end. */
  bytes?: Buffer;
}

/** Answer as it goes to the wire. */
export interface WireResponse extends Lasting {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Text in UTF-8, or bytes; absent where the answer has no body. An answer to HEAD has the one of GET. */
  readonly body?: string | Uint8Array | undefined;
  /** What of the answer is lost on the way: all of it, or half of the body. */
  readonly loss?: 'all' | 'half';
}

export type Serve = (request: WireRequest) => Eventual<WireResponse>;
