import type { Fault } from '../fault.ts';
import type { WebhookReceiver } from './sandbox.ts';
import type { ClockSettings } from './sandbox-clock.ts';
import type { WorldSnapshot } from './world.ts';

/**
 * Keeps sandboxes across restarts.
 *
 * What a function was told is kept when it returns; it throws where it cannot keep that. Once the store is closed, and
 * for a sandbox that is gone, nothing is kept any more and nothing is thrown.
 */
export interface StateStore {
  /**
   * Gives the sandboxes from before, the one unused for longest first. Their clocks go on from where they stood when
   * the last server ended, but for those that began with the real time, which follow it.
   */
  readonly resume: (readTime: () => number) => readonly SandboxRecord[];
  /** Keeps a new sandbox, used last of all. */
  readonly add: (name: string, settings: SandboxSettings) => SandboxRecord;
  /** Notes from time to time that the server is at work, so that clocks go on from there after a crash. */
  readonly notice: () => void;
  readonly close: () => void;
}

/** What is kept of one sandbox. */
export interface SandboxRecord {
  readonly name: string;
  /** As they were when the record was made. */
  readonly settings: SandboxSettings;
  readonly save: (settings: SandboxSettings) => void;
  /** Makes it the one that was used last of all. */
  readonly use: () => void;
  readonly openWorld: (api: string, seed: string) => WorldRecord;
  /** Takes new settings and forgets all worlds. */
  readonly reset: (settings: SandboxSettings) => void;
  readonly remove: () => void;
}

/** What is kept of one world. */
export interface WorldRecord {
  /** State from before; `undefined` for a world that was not there. */
  readonly snapshot: WorldSnapshot | undefined;
  readonly save: (change: WorldSnapshot) => void;
}

/** All of a sandbox but its worlds and its journal; plain JSON values. */
export interface SandboxSettings {
  /** How much of its random source was drawn. */
  readonly drawn: number;
  readonly scenario: string;
  readonly faults: readonly Fault[];
  readonly webhook: WebhookReceiver | undefined;
  readonly clock: ClockSettings;
}
