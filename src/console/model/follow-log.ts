import type { Signal } from '@preact/signals';
import type { Control } from './create-control.ts';
import { describeFailure, isTokenMissing } from './describe-failure.ts';
import type { LogStore } from './log-store.ts';

/** Whether the mock is heard. */
export type Connection =
  | { readonly state: 'connecting' | 'live' | 'locked' }
  | { readonly state: 'lost'; readonly reason: string };

export interface Following {
  readonly control: Control;
  readonly sandbox: string;
  readonly log: LogStore;
  readonly connection: Signal<Connection>;
  readonly signal: AbortSignal;
}

/** Milliseconds before a lost connection is opened again. */
const PAUSE = 1000;

/** Follows the journal of a sandbox into the log, and opens the connection again when it is lost, until it is aborted. */
export async function followLog(following: Following): Promise<void> {
  const { connection, signal } = following;
  while (!signal.aborted) {
    try {
      await follow(following);
    } catch (error) {
      if (signal.aborted) return;
      if (isTokenMissing(error)) {
        connection.value = { state: 'locked' };
        return;
      }
      connection.value = { state: 'lost', reason: describeFailure(error) };
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

async function follow({ control, sandbox, log, connection, signal }: Following): Promise<void> {
  const last = log.lastId();
  const lastEventId = last === 0 ? undefined : String(last);
  const input = { path: { sandbox }, signal };
  const events = control.followJournal.events(input, { reconnects: 0, lastEventId });
  for await (const { event, data } of events) {
    if (signal.aborted) return;
    if (event === 'message') log.add(JSON.parse(data));
    else if (event === 'clear') log.clear();
    else if (event === 'start') {
      // The journal of a server that was started again counts from 1.
      if (Number(JSON.parse(data).last) < log.lastId()) log.clear();
      connection.value = { state: 'live' };
    }
  }
}
