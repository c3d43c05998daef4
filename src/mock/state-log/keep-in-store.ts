import { resumeClock } from '../state/clock.ts';
import type { StateChange, StateStore } from '../state/state-store.ts';

/** Sandbox as a store has it. */
export interface KeptSandbox {
  readonly name: string;
  readonly state: readonly StateChange[];
}

/** Keeps what happens to sandboxes in a store of this process. */
export interface Keeper {
  /** All that is kept, the least recently used first. */
  readonly load: () => readonly KeptSandbox[];
  /** Keeps changes. Throws StateUnavailableError where that is impossible at present. */
  readonly append: (sandbox: string, changes: readonly StateChange[]) => void;
  readonly close: () => void;
}

/** Keeps sandboxes in a store; their clocks go on where the last server stopped. */
export function keepInStore(store: StateStore, readTime: () => number): Keeper {
  const now = readTime();
  const pause = now - (store.readSeenAt() ?? now);
  const versions = new Map<string, number>();
  return {
    load: () =>
      store.list().map(({ name, version, settings }): KeptSandbox => {
        versions.set(name, version);
        const resumed = { ...settings, clock: resumeClock(settings.clock, pause) };
        const worlds = store.listWorlds(name).map(({ api, seed }): StateChange => {
          const rows = [...store.scan({ sandbox: name, api, seed })];
          const drawn = store.read({ sandbox: name, api, seed }, 0)?.drawn ?? 0;
          return { kind: 'world', api, seed, delta: { drawn, rows } };
        });
        return { name, state: [{ kind: 'settings', settings: resumed }, ...worlds] };
      }),
    append: (sandbox, changes) => {
      const isRemoved = changes.some(({ kind }) => kind === 'removal');
      const expected = versions.get(sandbox) ?? 0;
      if (isRemoved && expected === 0) return;
      const version = store.append({ sandbox, expected, at: readTime(), changes });
      if (isRemoved) versions.delete(sandbox);
      else versions.set(sandbox, version);
    },
    close: () => {
      store.noteSeenAt(readTime());
      store.close();
    },
  };
}
