import type { ServerRequest } from './server-request.ts';

/** How a request gets to a server. */
export interface Transport {
  exchange(exchange: Exchange): Promise<RawAnswer>;
  close(): void;
}

/** One request on its way, and what has come of its answer. */
export interface Exchange {
  readonly request: ServerRequest;
  /** Words for it in messages. */
  readonly title: string;
  readonly maxBytes: number;
  /** Its reason is what the exchange fails with. */
  readonly signal: AbortSignal;
  /** Told as it comes, to say where an answer has stopped. */
  readonly progress: Progress;
}

export interface Progress {
  status?: number;
  bytes: number;
}

/** Answer as it came, its content still encoded. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
}
