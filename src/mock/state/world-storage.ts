import type { SandboxHistory } from './sandbox-history.ts';
import type { WorldDelta } from './world.ts';

/** Stores what happens to one world. */
export interface WorldStorage {
  /** Stores a transaction; throws StateUnavailableError for changed rows that cannot be stored. */
  readonly commit: (delta: WorldDelta, undo: () => void) => void;
  /** Tells that the world is filled: from now on, its rows must be stored as they change. */
  readonly endFill: () => void;
}

/**
 * Creates the storage of a world; once it `isCurrent` no more, nothing is stored.
 *
 * Reads fill worlds and draw random numbers. Where nothing can be stored they go on all the same,
 * and what they made is stored with the next change.
 */
export function createWorldStorage(
  history: SandboxHistory,
  address: { readonly api: string; readonly seed: string },
  isCurrent: () => boolean,
): WorldStorage {
  let isFilled = false;
  let unstored: WorldDelta['rows'] = [];
  return {
    endFill: () => {
      isFilled = true;
    },
    commit: ({ drawn, rows }, undo) => {
      if (!isCurrent()) return;
      history.onUndo?.(undo);
      const all = unstored.length === 0 ? rows : [...unstored, ...rows];
      const change = { kind: 'world', ...address, delta: { drawn, rows: all } } as const;
      if (isFilled && rows.length > 0) history.append(change);
      else if (!history.note(change)) {
        unstored = all;
        return;
      }
      unstored = [];
    },
  };
}
