import type { SandboxSettings } from './sandbox-settings.ts';
import type { TableRow, WorldDelta } from './world.ts';

/**
 * Stores the sandboxes of one process outside of it, as in a file; what servers share is a StateLog.
 *
 * A sandbox is a sequence of transactions; its version is their number. A function that returns has
 * stored its arguments, otherwise it throws: StateUnavailableError where that is impossible at
 * present, as on a full disk. After `close`, nothing is stored and nothing throws.
 */
export interface StateStore {
  /** What messages call it, such as the path of a file. */
  readonly name: string;
  /** Stored sandboxes, the least recently used first. */
  readonly list: () => readonly StoredSandbox[];
  /** Worlds of a sandbox that are stored. */
  readonly listWorlds: (sandbox: string) => readonly WorldAddress[];
  /** All rows of a stored world, one after the other, without keeping them in memory. */
  readonly scan: (world: WorldAddress) => Iterable<TableRow>;
  /** Changes of a world after version `from` of its sandbox; `undefined` if it is not stored. */
  readonly read: (world: WorldAddress, from: number) => WorldDelta | undefined;
  /** Appends a transaction and returns the new version; throws VersionConflictError on conflict. */
  readonly append: (transaction: Transaction) => number;
  /** Real time of the last activity in Unix milliseconds; `undefined` for a new store. */
  readonly readSeenAt: () => number | undefined;
  /** Records activity, so that clocks resume from there after a crash. */
  readonly noteSeenAt: (at: number) => void;
  /** Why nothing can be stored at present; `undefined` as long as nothing has failed. */
  readonly readFailure: () => StateFailure | undefined;
  /** Takes what is lost of stored state; without it, a loss is an error. */
  readonly onLoss: ((loss: string) => void) | undefined;
  readonly close: () => void;
}

/** Reason why a store cannot store at present. */
export interface StateFailure {
  readonly reason: string;
  /** Real time of the first transaction that failed, in Unix milliseconds. */
  readonly since: number;
}

export interface StoredSandbox {
  readonly name: string;
  readonly version: number;
  readonly settings: SandboxSettings;
}

export interface WorldAddress {
  readonly sandbox: string;
  readonly api: string;
  readonly seed: string;
}

/** Changes of one sandbox that are stored together, or not at all. */
export interface Transaction {
  readonly sandbox: string;
  /** Version of the sandbox before the changes; 0 for a new one. */
  readonly expected: number;
  /** Real time in Unix milliseconds. */
  readonly at: number;
  readonly changes: readonly StateChange[];
}

export type StateChange =
  /** Replaces the settings, and creates the sandbox if needed. */
  | { readonly kind: 'settings'; readonly settings: SandboxSettings }
  | {
      readonly kind: 'world';
      readonly api: string;
      readonly seed: string;
      readonly delta: WorldDelta;
    }
  /** Marks the sandbox as the most recently used one. */
  | { readonly kind: 'use' }
  /** Deletes all worlds. */
  | { readonly kind: 'reset' }
  | { readonly kind: 'removal' };
