import type { ServedDocument } from '../documents.ts';
import type { Child } from './child.ts';

/** A kind of mock server that takes part. */
export interface Server {
  readonly name: string;
  /** What it validates while it is measured. */
  readonly validates: string;
  /** Starts the processes and returns at once, long before they answer. */
  readonly launch: (documents: readonly ServedDocument[]) => Promise<Launched>;
}

/** Processes that were started, and where each API is going to be. */
export interface Launched {
  readonly children: readonly Child[];
  /** By name of the API; without a trailing slash. */
  readonly baseUrls: ReadonlyMap<string, string>;
}
