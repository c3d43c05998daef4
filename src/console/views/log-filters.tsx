import type { ConsoleState } from '../model/console-state.ts';
import type { StatusFilter } from '../model/log-store.ts';
import { count } from '../text/count.ts';

const STATUSES: readonly (readonly [StatusFilter, string])[] = [
  ['all', 'Any status'],
  ['violations', 'With violations'],
  ['2', '2xx'],
  ['3', '3xx'],
  ['4', '4xx'],
  ['5', '5xx'],
  ['none', 'No answer'],
];

/** What of the log is shown, and whether it goes on. */
export function LogFilters({ state: { log, apis } }: { readonly state: ConsoleState }) {
  const { text, status, api, pausedAt, waiting } = log;
  const isPaused = pausedAt.value !== undefined;
  return (
    <div class="bar">
      <input
        type="search"
        aria-label="Filter by text"
        placeholder="Filter by text"
        value={text.value}
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value;
        }}
      />
      <select
        aria-label="Filter by status"
        value={status.value}
        onChange={({ currentTarget }) => {
          status.value = STATUSES.find(([value]) => value === currentTarget.value)?.[0] ?? 'all';
        }}
      >
        {STATUSES.map(([value, label]) => (
          <option value={value}>{label}</option>
        ))}
      </select>
      <select
        aria-label="Filter by API"
        value={api.value}
        onChange={({ currentTarget }) => {
          api.value = currentTarget.value;
        }}
      >
        <option value="">Any API</option>
        {apis.value.map(({ name }) => (
          <option value={name}>{name}</option>
        ))}
      </select>
      <button
        type="button"
        aria-pressed={isPaused}
        onClick={() => {
          pausedAt.value = isPaused ? undefined : log.lastId();
        }}
      >
        {isPaused ? `Go on (${waiting.value} new)` : 'Pause'}
      </button>
      <button type="button" onClick={log.clear} disabled={log.total.value === 0}>
        Clear
      </button>
      <span class="quiet tally">{tally(log)}</span>
    </div>
  );
}

function tally({ shown, total }: ConsoleState['log']): string {
  const { length } = shown.value;
  const all = count(total.value, 'request');
  return length === total.value ? all : `${length} of ${all}`;
}
