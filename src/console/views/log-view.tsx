import { useComputed, useSignal } from '@preact/signals';
import type { ConsoleState } from '../model/console-state.ts';
import { count } from '../text/count.ts';
import { EntryDetail } from './entry-detail.tsx';
import { LogAnnouncement } from './log-announcement.tsx';
import { LogFilters } from './log-filters.tsx';
import { LogRows } from './log-rows.tsx';

/** Requests of the sandbox as they come, and what was sent and answered in one of them. */
export function LogView({ state }: { readonly state: ConsoleState }) {
  const { log } = state;
  const openId = useSignal<number | undefined>(undefined);
  const opened = useComputed(() => log.shown.value.find(({ entry }) => entry.id === openId.value));
  const { length } = log.shown.value;
  const isEmpty = log.total.value === 0;
  return (
    <div class={opened.value === undefined ? 'log' : 'log has-detail'}>
      <section class="log-list" aria-label="Requests">
        <LogFilters state={state} />
        <LogAnnouncement log={log} />
        {isEmpty ? (
          <EmptyLog state={state} />
        ) : length === 0 ? (
          <p class="empty">
            None of {count(log.total.value, 'request')} fits.{' '}
            <button type="button" class="link" onClick={() => showAll(state)}>
              Show all
            </button>
          </p>
        ) : (
          <LogRows entries={log.shown.value} openId={openId} />
        )}
      </section>
      {opened.value !== undefined && (
        <EntryDetail
          state={state}
          opened={opened.value}
          onClose={() => {
            openId.value = undefined;
            document.getElementById('log-rows')?.focus();
          }}
        />
      )}
    </div>
  );
}

function showAll({ log }: ConsoleState): void {
  log.text.value = '';
  log.status.value = 'all';
  log.api.value = '';
}

function EmptyLog({ state: { sandbox, apis, address } }: { readonly state: ConsoleState }) {
  const base = sandbox.value?.sandbox.url.replace(/\/$/, '') ?? location.origin;
  const path = new URL(apis.value[0]?.url ?? location.origin).pathname.replace(/\/$/, '');
  return (
    <div class="empty">
      <p>No request has come to the sandbox “{address.sandbox.value}” yet. Send one to</p>
      <p>
        <code>
          {base}
          {path}
        </code>
      </p>
      <p>or choose an operation under Try it.</p>
    </div>
  );
}
