import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Api, Sandbox } from '../../generated/mock-control/types.ts';
import { type AddressState, createAddressState } from './address-state.ts';
import { type Control, createControl } from './create-control.ts';
import { describeFailure, isTokenMissing } from './describe-failure.ts';
import { type Connection, followLog } from './follow-log.ts';
import { createLogStore, type LogStore } from './log-store.ts';
import { keepToken } from './token-store.ts';

/** What was said last of something that was done. */
export interface Notice {
  readonly text: string;
  readonly isFailure: boolean;
}

/** All that the console shows, and what can be done. */
export interface ConsoleState {
  readonly control: Control;
  readonly address: AddressState;
  readonly log: LogStore;
  readonly connection: Signal<Connection>;
  readonly apis: Signal<readonly Api[]>;
  readonly version: Signal<string>;
  /** Names of all sandboxes, the chosen one included. */
  readonly names: ReadonlySignal<readonly string[]>;
  /** The chosen sandbox as the mock describes it. */
  readonly sandbox: Signal<SeenSandbox | undefined>;
  /** Counts what may have changed rows: requests, and what is done here. */
  readonly changes: ReadonlySignal<number>;
  readonly notice: Signal<Notice | undefined>;
  /** Real time in milliseconds, which goes on every second. */
  readonly tick: Signal<number>;
  readonly refresh: () => Promise<void>;
  /** Does something that changes the sandbox, and says what came of it. */
  readonly act: (done: string, action: () => Promise<unknown>) => Promise<boolean>;
  readonly say: (text: string, isFailure?: boolean) => void;
  readonly giveToken: (token: string) => void;
}

/** Sandbox, and when it was described in milliseconds of the page's own time. */
export interface SeenSandbox {
  readonly sandbox: Sandbox;
  readonly seenAt: number;
}

/** Milliseconds after which the settings of a sandbox are read again, which others may have changed. */
const REREAD = 5000;

/** Connects the console with a mock. */
export function createConsoleState(baseUrl: string): ConsoleState {
  const control = createControl(baseUrl);
  const address = createAddressState();
  const log = createLogStore();
  const connection = signal<Connection>({ state: 'connecting' });
  const apis = signal<readonly Api[]>([]);
  const version = signal('');
  const listed = signal<readonly string[]>([]);
  const sandbox = signal<SeenSandbox | undefined>(undefined);
  const notice = signal<Notice | undefined>(undefined);
  const actions = signal(0);
  const tick = signal(Date.now());
  const attempt = signal(0);
  let following = new AbortController();

  effect(() => {
    const name = address.sandbox.value;
    attempt.value;
    following.abort();
    following = new AbortController();
    log.clear();
    sandbox.value = undefined;
    connection.value = { state: 'connecting' };
    void followLog({ control, sandbox: name, log, connection, signal: following.signal });
  });
  effect(() => {
    if (connection.value.state === 'live') void refresh();
  });
  setInterval(() => {
    tick.value = Date.now();
  }, 1000);
  setInterval(() => {
    if (!document.hidden && connection.value.state === 'live') void refresh();
  }, REREAD);

  return {
    control,
    address,
    log,
    connection,
    apis,
    version,
    names: computed(() => [...new Set([...listed.value, address.sandbox.value])]),
    sandbox,
    changes: computed(
      () => log.total.value + actions.value + (sandbox.value === undefined ? 0 : 1),
    ),
    notice,
    tick,
    refresh,
    act,
    say,
    giveToken: (token) => {
      keepToken(token);
      attempt.value = attempt.peek() + 1;
    },
  };

  /** Reads what others may have changed. */
  async function refresh(): Promise<void> {
    const name = address.sandbox.peek();
    try {
      const [health, { sandboxes }] = await Promise.all([
        control.getHealth(),
        control.listSandboxes(),
      ]);
      if (name !== address.sandbox.peek()) return;
      apis.value = health.apis;
      version.value = health.version;
      listed.value = sandboxes.map((one) => one.name);
      const found = sandboxes.find((one) => one.name === name);
      if (found !== undefined) sandbox.value = { sandbox: found, seenAt: performance.now() };
    } catch (error) {
      if (isTokenMissing(error)) connection.value = { state: 'locked' };
    }
  }

  async function act(done: string, action: () => Promise<unknown>): Promise<boolean> {
    try {
      await action();
      say(done);
      return true;
    } catch (error) {
      say(describeFailure(error), true);
      return false;
    } finally {
      actions.value += 1;
      await refresh();
    }
  }

  function say(text: string, isFailure = false): void {
    notice.value = { text, isFailure };
  }
}
