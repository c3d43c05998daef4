import type { StateLog } from '../../src/mock/state/state-log.ts';
import type { StateChange } from '../../src/mock/state/state-store.ts';

/** Server of a store that keeps whatever it has acknowledged, for proofs. */
export interface ProofStore {
  readonly url: string;
  readonly port: number;
  readonly open: () => Promise<StateLog>;
  /** Ends the server, at once or in order, and starts it again on its port. */
  readonly restart: (how: 'at once' | 'in order') => Promise<void>;
  /** What is stored of a sandbox, past the log: its version, and each transaction by its own. */
  readonly read: (sandbox: string) => Promise<StoredLog>;
  readonly stop: () => Promise<void>;
}

export interface StoredLog {
  readonly version: number;
  readonly transactions: ReadonlyMap<number, readonly StateChange[]>;
}
