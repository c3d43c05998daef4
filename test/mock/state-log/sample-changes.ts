import type { SandboxSettings } from '../../../src/mock/state/sandbox-settings.ts';
import type { LogPosition, LogQuestion } from '../../../src/mock/state/state-log.ts';
import type { StateChange } from '../../../src/mock/state/state-store.ts';

/** Settings of a new sandbox. */
export const SETTINGS: SandboxSettings = {
  drawn: 0,
  scenario: 'default',
  faults: [],
  webhook: undefined,
  clock: { start: 'examples', begunAt: 0, setTo: undefined, moved: 0 },
};

/** Settings with all that there is. */
export const ALL_SETTINGS: SandboxSettings = {
  drawn: 17,
  scenario: 'toString "odd" \u0000',
  faults: [
    { api: 'notes', operation: 'listNotes', rate: 0.5, times: 3, delay: 10, outcome: 'error' },
    { delay: { min: 1, max: 2 } },
    { delay: { mean: 5, deviation: 0.5 }, outcome: 'reset' },
  ],
  webhook: { url: 'https://example.com/hook?a=1', secret: 's"e\u0000c😀' },
  clock: { start: 1000, begunAt: 5, setTo: { instant: 7, at: 8.5 }, moved: -4 },
};

/** First transaction of a sandbox. */
export const CREATED: readonly StateChange[] = [{ kind: 'settings', settings: SETTINGS }];

/** Change that puts one row. */
export function put(key: string, row: object = { key }, place = 0): StateChange {
  const rows = [{ table: 'notes', key, entry: { row, place } }];
  return { kind: 'world', api: 'notes', seed: 'default', delta: { drawn: 1, rows } };
}

/** Change that deletes a row. */
export function drop(key: string): StateChange {
  const rows = [{ table: 'notes', key, entry: undefined }];
  return { kind: 'world', api: 'notes', seed: 'default', delta: { drawn: 1, rows } };
}

/** Question about a sandbox; about one that the server does not know, by default, to which it did nothing. */
export function ask(
  sandbox: string,
  known?: LogPosition,
  rest: Partial<LogQuestion> = {},
): LogQuestion {
  return { sandbox, known, transactions: [], deliveries: [], removes: false, ...rest };
}
