import type { ServedDocument } from '../documents.ts';
import type { Child } from './child.ts';

/** Mock server to compare. */
export interface Server {
  readonly name: string;
  /** What it validates in the bench. */
  readonly validates: string;
  /** Starts the processes without waiting until they are ready. */
  readonly launch: (documents: readonly ServedDocument[]) => Promise<Launched>;
}

/** Started processes, and where each API will be. */
export interface Launched {
  readonly children: readonly Child[];
  /** By API name; without a trailing slash. */
  readonly baseUrls: ReadonlyMap<string, string>;
}
