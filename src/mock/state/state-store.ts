import type { SandboxSettings } from './sandbox-settings.ts';
import type { WorldDelta } from './world.ts';

/**
 * Keeps sandboxes outside of the process: in a file, or one day in a database that several servers share.
 *
 * A sandbox is a sequence of transactions, and its version is their number. What a function was told is kept when it
 * returns; it throws where that fails. After `close` nothing is kept any more and nothing is thrown.
 */
export interface StateStore {
  /** Sandboxes that are kept, the least recently used first. */
  readonly list: () => readonly StoredSandbox[];
  /** What changed in a world behind a version of its sandbox, everything from version 0; `undefined` for a world that is not kept. */
  readonly read: (world: WorldAddress, from: number) => WorldDelta | undefined;
  /**
   * Appends a transaction to a sandbox and gives the sandbox's new version.
   *
   * Throws VersionConflictError when the sandbox is at another version than the transaction expects.
   */
  readonly append: (transaction: Transaction) => number;
  /** Real time at which a server was last at work on the state, in milliseconds of the epoch; `undefined` for new state. */
  readonly readSeenAt: () => number | undefined;
  /** Notes that a server is at work, so that clocks go on from there after a crash. */
  readonly noteSeenAt: (at: number) => void;
  readonly close: () => void;
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

/** Changes of one sandbox that are made together, or not at all. */
export interface Transaction {
  readonly sandbox: string;
  /** Version of the sandbox that the changes follow from; 0 for a sandbox that is not there. */
  readonly expected: number;
  /** Real time in milliseconds of the epoch. */
  readonly at: number;
  readonly changes: readonly StateChange[];
}

export type StateChange =
  /** Makes the sandbox where it is not there. */
  | { readonly kind: 'settings'; readonly settings: SandboxSettings }
  | {
      readonly kind: 'world';
      readonly api: string;
      readonly seed: string;
      readonly delta: WorldDelta;
    }
  /** The sandbox is the most recently used one. */
  | { readonly kind: 'use' }
  /** All worlds are forgotten. */
  | { readonly kind: 'reset' }
  | { readonly kind: 'removal' };
