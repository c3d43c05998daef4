import type { StateChange, StateStore, StoredSandbox } from '../state/state-store.ts';
import { serializeSettings } from '../state/stored-settings.ts';
import { VersionConflictError } from '../state/version-conflict-error.ts';
import { openDatabase } from './open-database.ts';
import { readStateFile } from './read-state-file.ts';
import { createWriteFailures } from './write-failures.ts';

/** Row id and current version of a stored sandbox. */
interface Stored {
  readonly id: number;
  version: number;
}

export interface StateFileOptions {
  /**
   * Called where changes cannot be written any more, when they can again, and where other users could
   * write the file; `console.error` by default.
   */
  readonly onNotice?: ((notice: string) => void) | undefined;
  /** Called with what is lost of a file that is not whole, which is used all the same; refused by default. */
  readonly onLoss?: ((loss: string) => void) | undefined;
}

/**
 * Opens or creates an SQLite file that stores sandboxes across restarts, for this process alone.
 *
 * Throws StateFileError, and leaves the file unchanged, if it is damaged, in use, lacks changes that
 * were acknowledged, or is not a state file of this format. A killed server loses at most the request
 * in flight.
 *
 * The file holds the current state, not the transactions. Versions therefore start at 1 for each
 * stored sandbox, and `read` finds no rows after version 0: no other process writes the file.
 */
export function openStateFile(file: string, options: StateFileOptions = {}): StateStore {
  const { onNotice = console.error, onLoss } = options;
  const opened = openDatabase(file, (opening) => readStateFile(opening, file, onLoss));
  const { guard, content, close } = opened;
  if (opened.notice !== undefined) onNotice(opened.notice);
  const { statements, rows } = content;
  const stored = new Map<string, Stored>(rows.map(({ name, id }) => [name, { id, version: 1 }]));
  const failures = createWriteFailures(file, onNotice);
  let { sequence, seenAt } = content;
  guard.mark(sequence);
  let lastUse = rows.at(-1)?.used ?? 0;
  let isOpen = true;
  return {
    name: file,
    onLoss,
    list: () =>
      rows.map(({ name, settings }): StoredSandbox => {
        return { name, settings, version: stored.get(name)?.version ?? 0 };
      }),
    listWorlds: (sandbox) => {
      const known = stored.get(sandbox);
      if (known === undefined) return [];
      return statements.listWorlds(known.id).map((world) => ({ sandbox, ...world }));
    },
    scan: ({ sandbox, api, seed }) => {
      const known = stored.get(sandbox);
      return known === undefined ? [] : statements.scanWorld(known.id, api, seed);
    },
    read: ({ sandbox, api, seed }, from) => {
      const known = isOpen ? stored.get(sandbox) : undefined;
      const world = known && attempt(() => statements.readWorld(known.id, api, seed));
      return world && from > 0 ? { ...world, rows: [] } : world;
    },
    append: ({ sandbox, expected, at, changes }) => {
      if (!isOpen) return expected + 1;
      const version = stored.get(sandbox)?.version ?? 0;
      if (version !== expected) throw new VersionConflictError(sandbox, expected, version);
      const id = write(at, sequence + 1, () =>
        changes.reduce((known, change) => apply(sandbox, known, change), stored.get(sandbox)?.id),
      );
      sequence += 1;
      failures.end();
      if (id === undefined) stored.delete(sandbox);
      else stored.set(sandbox, { id, version: version + 1 });
      return version + 1;
    },
    readSeenAt: () => seenAt,
    noteSeenAt: (at) => {
      if (!isOpen) return;
      write(at, sequence, () => {
        if (failures.current() !== undefined) statements.takeRoom();
      });
      if (failures.current() === undefined) return;
      write(at, sequence, statements.giveRoomBack);
      failures.end();
    },
    readFailure: () => (isOpen ? failures.current() : undefined),
    close: () => {
      if (isOpen) close();
      isOpen = false;
    },
  };

  /** Writes one transaction, whose last change has a number. */
  function write<T>(at: number, last: number, act: () => T): T {
    return attempt(() => {
      const result = statements.transact(() => {
        statements.setServer({ seenAt: at, sequence: last });
        const acted = act();
        guard.check();
        return acted;
      });
      guard.mark(last);
      seenAt = at;
      return result;
    });
  }

  function attempt<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      throw failures.note(guard.findChange() ?? error);
    }
  }

  /** Applies one change; returns the id of the sandbox, or `undefined` if it is not stored. */
  function apply(name: string, id: number | undefined, change: StateChange): number | undefined {
    if (id === undefined) {
      if (change.kind !== 'settings') return undefined;
      return statements.addSandbox(name, nextUse(), serializeSettings(change.settings));
    }
    switch (change.kind) {
      case 'settings':
        statements.setSettings(id, serializeSettings(change.settings));
        return id;
      case 'world':
        statements.changeWorld(id, change.api, change.seed, change.delta);
        return id;
      case 'use':
        statements.setUsed(id, nextUse());
        return id;
      case 'reset':
        statements.deleteWorlds(id);
        return id;
      case 'removal':
        statements.deleteSandbox(id);
        return undefined;
    }
  }

  function nextUse(): number {
    lastUse += 1;
    return lastUse;
  }
}
