import type { StateChange } from '../state/state-store.ts';

/** Rows of one part of a state, some hundred kilobytes: no text becomes too long, and no turn encodes all. */
const ROWS = 500;

/** Splits a state into parts that are the same state together, in order; each is to be encoded by itself. */
export function splitChanges(state: readonly StateChange[]): StateChange[][] {
  const parts: StateChange[][] = [[]];
  let room = ROWS;
  for (const change of state.flatMap(splitChange)) {
    const rows = change.kind === 'world' ? change.delta.rows.length : 1;
    if (rows > room) {
      parts.push([]);
      room = ROWS;
    }
    parts.at(-1)?.push(change);
    room -= rows;
  }
  return parts;
}

/** A world of many rows as several changes of that world. */
function splitChange(change: StateChange): StateChange[] {
  if (change.kind !== 'world' || change.delta.rows.length <= ROWS) return [change];
  const { rows } = change.delta;
  return Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, part) => ({
    ...change,
    delta: { ...change.delta, rows: rows.slice(part * ROWS, (part + 1) * ROWS) },
  }));
}
