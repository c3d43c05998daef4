import type { DatabaseSync } from 'node:sqlite';
import { type ClockSettings, pauseClock } from '../sandbox/sandbox-clock.ts';
import type { SandboxRecord, SandboxSettings, StateStore } from '../sandbox/state-store.ts';
import { openDatabase } from './open-database.ts';
import { refuseDamage } from './refuse-file.ts';
import { createSandboxRecord, type Keeper } from './sandbox-record.ts';
import { parseSettings, serializeSettings } from './sandbox-settings.ts';
import { prepareStatements, type SandboxRow } from './statements.ts';

/** Milliseconds by which clocks go back at most when a server is killed: requests that change nothing are noted no more often. */
const NOTICE = 1000;

/**
 * Opens an SQLite file that keeps sandboxes across restarts, for this process alone; a missing file is made.
 *
 * Throws StateFileError for a file that is damaged, in use, of another program or of another format, and changes
 * nothing in it. A server that is killed loses at most the request in flight.
 */
export function openStateFile(file: string): StateStore {
  const { db, statements, kept } = openDatabase(file, (opened) => read(opened, file));
  let lastUse = 0;
  let readTime = () => 0;
  /** Real time that was noted last; `undefined` before the first. */
  let seenAt: number | undefined;
  let isOpen = true;
  const keeper: Keeper = { statements, change, nextUse, isOpen: () => isOpen };
  return { resume, add, notice, close };

  function resume(readRealTime: () => number): SandboxRecord[] {
    readTime = readRealTime;
    const now = readTime();
    const pause = now - (statements.readSeenAt() ?? now);
    const resumed = kept.map(({ settings, ...row }) => ({
      ...row,
      settings: { ...settings, clock: resumeClock(settings.clock, pause) },
    }));
    change(() => {
      for (const { id, settings } of resumed) {
        statements.setSettings(id, serializeSettings(settings));
      }
    });
    lastUse = kept.at(-1)?.used ?? 0;
    return resumed.map(({ id, name, settings }) => createSandboxRecord(keeper, id, name, settings));
  }

  function add(name: string, settings: SandboxSettings): SandboxRecord {
    let id = 0;
    change(() => {
      id = statements.addSandbox(name, nextUse(), serializeSettings(settings));
    });
    return createSandboxRecord(keeper, id, name, settings);
  }

  function change(act: () => void): void {
    if (!isOpen) return;
    const now = readTime();
    statements.transact(() => {
      act();
      statements.setSeenAt(now);
    });
    seenAt = now;
  }

  function notice(): void {
    if (seenAt === undefined || Math.abs(readTime() - seenAt) >= NOTICE) change(() => {});
  }

  function nextUse(): number {
    lastUse += 1;
    return lastUse;
  }

  function close(): void {
    if (!isOpen) return;
    try {
      if (seenAt !== undefined) change(() => {});
    } finally {
      isOpen = false;
      db.close();
    }
  }
}

interface KeptRow extends Omit<SandboxRow, 'settings'> {
  readonly settings: SandboxSettings;
}

function read(db: DatabaseSync, file: string) {
  const statements = prepareStatements(db);
  const kept = statements.listSandboxes().map((row): KeptRow => {
    try {
      return { ...row, settings: parseSettings(row.settings) };
    } catch (error) {
      throw refuseDamage(file, `settings of sandbox "${row.name}" that cannot be read`, error);
    }
  });
  return { db, statements, kept };
}

/** The clock after a time in which there was no server; one that began with the real time follows it. */
function resumeClock(clock: ClockSettings, pause: number): ClockSettings {
  return clock.start === 'now' ? clock : pauseClock(clock, pause);
}
