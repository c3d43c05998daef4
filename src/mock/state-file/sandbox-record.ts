import type { SandboxRecord, SandboxSettings, WorldRecord } from '../sandbox/state-store.ts';
import { serializeSettings } from './sandbox-settings.ts';
import type { Statements } from './statements.ts';

/** File as far as one sandbox knows it. */
export interface Keeper {
  readonly statements: Statements;
  /** Makes one change of the file; does nothing once it is closed. */
  readonly change: (act: () => void) => void;
  /** Number that says of a sandbox that it was used last of all. */
  readonly nextUse: () => number;
  readonly isOpen: () => boolean;
}

/** Makes the record of a sandbox that is in the file. */
export function createSandboxRecord(
  { statements, change, nextUse, isOpen }: Keeper,
  id: number,
  name: string,
  settings: SandboxSettings,
): SandboxRecord {
  let isGone = false;
  /** Counts resets, so that a world from before one is kept no more. */
  let life = 0;
  const changeOwn = (act: () => void) => {
    if (!isGone) change(act);
  };
  const setSettings = (next: SandboxSettings) =>
    statements.setSettings(id, serializeSettings(next));
  return {
    name,
    settings,
    save: (next) => changeOwn(() => setSettings(next)),
    use: () => changeOwn(() => statements.setUsed(id, nextUse())),
    openWorld,
    reset: (next) => {
      changeOwn(() => {
        setSettings(next);
        statements.deleteWorlds(id);
      });
      life += 1;
    },
    remove: () => {
      changeOwn(() => statements.deleteSandbox(id));
      isGone = true;
    },
  };

  function openWorld(api: string, seed: string): WorldRecord {
    const own = life;
    return {
      snapshot: isGone || !isOpen() ? undefined : statements.readWorld(id, api, seed),
      save: (delta) => {
        if (life === own) changeOwn(() => statements.changeWorld(id, api, seed, delta));
      },
    };
  }
}
