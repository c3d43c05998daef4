import { MAX_DATE } from '../state/clock.ts';
import type { SandboxSettings } from '../state/sandbox-settings.ts';
import { findSettingsDefect, parseSettings } from '../state/stored-settings.ts';
import type { Opening } from './open-database.ts';
import { refuseDamaged, refuseIncomplete, refuseSandbox } from './refuse-file.ts';
import type { StateFileError } from './state-file-error.ts';
import { prepareStatements, type SandboxRow, type Statements } from './statements.ts';

/** What is read from a state file when it is opened. */
export interface StateFileContent {
  readonly statements: Statements;
  /** Number of the last change. */
  readonly sequence: number;
  /** Real time of the last activity in Unix milliseconds. */
  readonly seenAt: number | undefined;
  /** Stored sandboxes, the least recently used one first. */
  readonly rows: readonly ReadSandbox[];
}

type ReadSandbox = Omit<SandboxRow, 'settings'> & { readonly settings: SandboxSettings };

type OnLoss = ((loss: string) => void) | undefined;

/**
 * Reads a state file that was just opened. Throws StateFileError if it lacks changes that were
 * acknowledged, or has sandboxes that are none; with `onLoss`, it goes on without them.
 */
export function readStateFile(
  { db, guard, hadLog }: Opening,
  file: string,
  onLoss: OnLoss,
): StateFileContent {
  const statements = prepareStatements(db);
  const { seenAt, sequence = 0 } = statements.readServer() ?? {};
  if (seenAt !== undefined && !(Math.abs(seenAt) <= MAX_DATE)) {
    throw refuseDamaged(file, `no time of the last activity, but ${seenAt}`);
  }
  const lost = guard.marked - sequence;
  if (lost > 0) {
    lose(refuseIncomplete(file, lost, hadLog), describeLost(file, lost, seenAt), onLoss);
    // The numbers of what is lost are not used again, so that the file is whole from now on.
    const kept = { seenAt: seenAt ?? Date.now(), sequence: guard.marked };
    statements.transact(() => statements.setServer(kept));
  }
  const rows = statements.listSandboxes().flatMap((row) => readSandbox(row));
  return { statements, sequence: Math.max(sequence, guard.marked), seenAt, rows };

  function readSandbox(row: SandboxRow): ReadSandbox[] {
    const defect = findSettingsDefect(row);
    if (defect === undefined) return [{ ...row, settings: parseSettings(row.settings) }];
    const loss = `${file}: sandbox ${JSON.stringify(row.name)} is lost. Its ${defect}.`;
    lose(refuseSandbox(file, row.name, defect), loss, onLoss);
    statements.transact(() => statements.deleteSandbox(row.id));
    return [];
  }
}

function lose(refusal: StateFileError, loss: string, onLoss: OnLoss): void {
  if (onLoss === undefined) throw refusal;
  onLoss(loss);
}

function describeLost(file: string, lost: number, seenAt: number | undefined): string {
  const changes = lost === 1 ? 'the last change is' : `the last ${lost} changes are`;
  const last =
    seenAt === undefined ? '' : ` The last one kept is of ${new Date(seenAt).toISOString()}.`;
  return `${file}: ${changes} lost.${last}`;
}
