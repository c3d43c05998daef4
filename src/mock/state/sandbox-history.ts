import type { StateChange, StateStore } from './state-store.ts';
import type { WorldDelta } from './world.ts';

/** Stored transactions of one sandbox, up to the version that this process knows. */
export interface SandboxHistory {
  readonly readWorld: (api: string, seed: string) => WorldDelta | undefined;
  /** Appends one transaction; does nothing after a removal. */
  readonly append: (...changes: readonly StateChange[]) => void;
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
  return {
    readWorld: (api, seed) => (isRemoved ? undefined : store.read({ sandbox, api, seed }, 0)),
    append: (...changes) => {
      if (isRemoved) return;
      version = store.append({ sandbox, expected: version, at: readTime(), changes });
      isRemoved = changes.some(({ kind }) => kind === 'removal');
    },
  };
}
