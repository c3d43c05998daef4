import type { DatabaseSync } from 'node:sqlite';
import type { StateChange, StateStore, StoredSandbox } from '../state/state-store.ts';
import { VersionConflictError } from '../state/version-conflict-error.ts';
import { openDatabase } from './open-database.ts';
import { refuseDamaged } from './refuse-file.ts';
import { parseSettings, serializeSettings } from './sandbox-settings.ts';
import { prepareStatements, type SandboxRow, type Statements } from './statements.ts';

/** Row id and current version of a stored sandbox. */
interface Stored {
  readonly id: number;
  version: number;
}

/**
 * Opens or creates an SQLite file that stores sandboxes across restarts, for this process alone.
 *
 * Throws StateFileError, and leaves the file unchanged, if it is damaged, in use, or not a state
 * file of this format. A killed server loses at most the request in flight.
 *
 * The file holds the current state, not the transactions. Versions therefore start at 1 for each
 * stored sandbox, and `read` finds no rows after version 0: no other process writes the file.
 */
export function openStateFile(file: string): StateStore {
  const { db, statements, rows } = openDatabase(file, (opened) => readFile(opened, file));
  const stored = new Map<string, Stored>(rows.map(({ name, id }) => [name, { id, version: 1 }]));
  let lastUse = rows.at(-1)?.used ?? 0;
  let isOpen = true;
  return {
    list: () => rows.map(({ name, settings }): StoredSandbox => ({ name, settings, version: 1 })),
    read: ({ sandbox, api, seed }, from) => {
      const known = isOpen ? stored.get(sandbox) : undefined;
      const world = known && statements.readWorld(known.id, api, seed);
      return world && from > 0 ? { ...world, rows: [] } : world;
    },
    append: ({ sandbox, expected, at, changes }) => {
      if (!isOpen) return expected + 1;
      const version = stored.get(sandbox)?.version ?? 0;
      if (version !== expected) throw new VersionConflictError(sandbox, expected, version);
      const id = statements.transact(() => {
        statements.setSeenAt(at);
        return changes.reduce(
          (known, change) => apply(sandbox, known, change),
          stored.get(sandbox)?.id,
        );
      });
      if (id === undefined) stored.delete(sandbox);
      else stored.set(sandbox, { id, version: version + 1 });
      return version + 1;
    },
    readSeenAt: () => statements.readSeenAt(),
    noteSeenAt: (at) => {
      if (isOpen) statements.transact(() => statements.setSeenAt(at));
    },
    close: () => {
      if (isOpen) db.close();
      isOpen = false;
    },
  };

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

function readFile(db: DatabaseSync, file: string) {
  const statements: Statements = prepareStatements(db);
  const rows = statements.listSandboxes().map((row) => readSandbox(row, file));
  return { db, statements, rows };
}

function readSandbox(row: SandboxRow, file: string) {
  try {
    return { ...row, settings: parseSettings(row.settings) };
  } catch (error) {
    throw refuseDamaged(file, `settings of sandbox "${row.name}" that cannot be read`, error);
  }
}
