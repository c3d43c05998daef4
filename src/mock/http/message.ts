import type { Readable } from 'node:stream';
import type { HeaderReader } from '../../contract/model/header-reader.ts';

/** Request as it came, from a socket or as a `Request` of the Fetch standard. */
export interface HttpRequest {
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
  /** Address of the caller; `undefined` where there is no network between. */
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

/** Response as it is sent. */
export interface HttpResponse {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Text, sent as UTF-8, or bytes; absent where there is no body. A response to HEAD has the body that GET gets. */
  readonly body?: string | Uint8Array | undefined;
  /** What is lost on the way: the whole response, or the second half of its body. */
  readonly loss?: 'all' | 'half';
}

/** Answers a request. */
export type Serve = (request: HttpRequest) => Promise<HttpResponse>;
