import type { StateChange, StateStore } from './state-store.ts';
import { tryStoring } from './state-unavailable-error.ts';
import type { WorldDelta } from './world.ts';

/** Stored transactions of one sandbox, up to the version that this process knows. */
export interface SandboxHistory {
  readonly readWorld: (api: string, seed: string) => WorldDelta | undefined;
  /** Whether the sandbox itself is stored. */
  readonly isStored: () => boolean;
  /**
   * Appends one transaction; does nothing after a removal. Throws StateUnavailableError if that is
   * impossible at present.
   */
  readonly append: (...changes: readonly StateChange[]) => void;
  /**
   * Appends a transaction that nobody was promised, and that a read may cause: `false` if that is
   * impossible at present. Settings are stored with the next transaction then.
   */
  readonly note: (...changes: readonly StateChange[]) => boolean;
  /** Takes what undoes the last change, where that may still be refused. */
  readonly onUndo?: (undo: () => void) => void;
}

/** Opens the history of a sandbox at a known version; 0 for one that is not stored yet. */
export function openHistory(
  store: StateStore,
  sandbox: string,
  known: number,
  readTime: () => number,
): SandboxHistory {
  let version = known;
  let isRemoved = false;
  let unstored: StateChange | undefined;
  return {
    readWorld: (api, seed) => (isRemoved ? undefined : store.read({ sandbox, api, seed }, 0)),
    isStored: () => version > 0,
    append,
    note: (...changes) => {
      if (isRemoved) return true;
      unstored = changes.find(isSettings) ?? unstored;
      // Each attempt would take its time, and fail.
      return store.readFailure() === undefined && tryStoring(() => append(...changes));
    },
  };

  function append(...changes: readonly StateChange[]): void {
    if (isRemoved) return;
    isRemoved = changes.some(({ kind }) => kind === 'removal');
    if (isRemoved && version === 0) return;
    try {
      version = store.append({
        sandbox,
        expected: version,
        at: readTime(),
        changes: completed(changes),
      });
      unstored = undefined;
    } catch (error) {
      isRemoved = false;
      throw error;
    }
  }

  function completed(changes: readonly StateChange[]): readonly StateChange[] {
    return unstored === undefined || changes.some(isSettings) ? changes : [unstored, ...changes];
  }
}

function isSettings({ kind }: StateChange): boolean {
  return kind === 'settings';
}
