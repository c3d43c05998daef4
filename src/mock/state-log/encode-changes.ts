import type { StateChange } from '../state/state-store.ts';
import { readSettings, toJson } from '../state/stored-settings.ts';
import type { Entry } from '../state/table.ts';
import type { TableRow } from '../state/world.ts';
import { StateLogError } from './state-log-error.ts';

/**
 * Writes changes as a text that every store can keep: JSON, which has neither U+0000 nor unpaired surrogates, since it
 * escapes them, https://tc39.es/ecma262/#sec-quotejsonstring.
 */
export function encodeChanges(changes: readonly StateChange[]): string {
  return JSON.stringify(changes.map(toStored));
}

/** JSON has no `undefined`: settings have `null` for it, and a deleted row has no entry. */
function toStored(change: StateChange): object {
  return change.kind === 'settings' ? { ...change, settings: toJson(change.settings) } : change;
}

/**
 * Reads what `encodeChanges` wrote.
 *
 * `where` names the text for people. Throws StateLogError for any other text, such as one of another release; it shows
 * nothing of the rows, which may have secrets.
 */
export function decodeChanges(text: string, where: string): StateChange[] {
  const changes = parse(text);
  if (!Array.isArray(changes)) throw refuse(where, 'no list in JSON');
  return changes.map((change: unknown) => {
    const read = readChange(change);
    if (typeof read === 'string') throw refuse(where, read);
    return read;
  });
}

function refuse(where: string, found: string): StateLogError {
  const advice =
    'Use the release that wrote it, or delete the sandbox, by DELETE /_mock/sandboxes/{name}.';
  return new StateLogError(where, 'a transaction', found, advice);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The change, or what is wrong with it. */
function readChange(change: unknown): StateChange | string {
  if (!isObject(change)) return 'a change that is no object';
  const { kind } = change;
  if (kind === 'use' || kind === 'reset' || kind === 'removal') return { kind };
  if (kind === 'world') return readWorld(change);
  if (kind !== 'settings') return `a change of kind ${String(JSON.stringify(kind)).slice(0, 40)}`;
  const settings = readSettings(change.settings);
  return typeof settings === 'string' ? `a change whose ${settings}` : { kind, settings };
}

function readWorld({ api, seed, delta }: Record<string, unknown>): StateChange | string {
  if (typeof api !== 'string' || typeof seed !== 'string') return 'a change of no world';
  if (!isObject(delta) || !isCount(delta.drawn) || !Array.isArray(delta.rows)) {
    return 'a change of a world without rows';
  }
  const rows: TableRow[] = [];
  for (const stored of delta.rows) {
    const row = readRow(stored);
    if (row === undefined) return 'a row without table, key or entry';
    rows.push(row);
  }
  return { kind: 'world', api, seed, delta: { drawn: delta.drawn, rows } };
}

function readRow(stored: unknown): TableRow | undefined {
  if (!isObject(stored)) return undefined;
  const { table, key, entry } = stored;
  if (typeof table !== 'string' || typeof key !== 'string') return undefined;
  if (entry === undefined) return { table, key, entry };
  return isEntry(entry) ? { table, key, entry } : undefined;
}

function isEntry(value: unknown): value is Entry {
  return isObject(value) && isCount(value.place) && isObject(value.row);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
