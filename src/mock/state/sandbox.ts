import type { Journal } from '../journal/journal.ts';
import { advanceClock, canAdvance, readClock, setClock } from './clock.ts';
import type { Fault } from './fault.ts';
import { findReceiverDefect } from './find-receiver-defect.ts';
import { createRandom, type Random } from './random.ts';
import type { SandboxHistory } from './sandbox-history.ts';
import type { SandboxSettings, WebhookReceiver } from './sandbox-settings.ts';
import { createSandboxWorlds } from './sandbox-worlds.ts';
import { spendFaults } from './spend-faults.ts';
import type { StateChange } from './state-store.ts';
import type { StatefulApi } from './stateful-api.ts';
import type { Webhook } from './webhook.ts';
import type { World } from './world.ts';

/** Isolated copy of all state, with its own clock, scenario, faults and journal. */
export interface Sandbox {
  readonly name: string;
  /** World of an API and a seed, created on first use. */
  readonly open: (api: StatefulApi, seed: string) => World;
  /** Current time of an API in Unix milliseconds. */
  readonly now: (api: StatefulApi) => number;
  readonly clock: SandboxClock;
  /** Recent requests and webhooks. */
  readonly journal: Journal;
  /** Waits in real time. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** For faults and the ids of webhooks; each world has its own. */
  readonly random: Random;
  /** Scenario of requests that name none. */
  scenario: string;
  faults: readonly Fault[];
  /** Counts faults of it that struck, and removes those that did so as often as they may; stored like draws. */
  readonly spendFaults: (struck: readonly Fault[]) => void;
  /** Where webhooks go; throws an Error for a receiver that could get none. */
  webhook: WebhookReceiver | undefined;
  /** Sends a webhook, once what was changed before is stored. */
  readonly send: (webhook: Webhook) => void;
  /** Deletes all worlds and the journal, and restores the initial settings. */
  readonly reset: () => void;
  /** Takes in what another server did. */
  readonly apply: (change: StateChange) => void;
  /** All that `apply` needs to make the same sandbox. */
  readonly read: () => readonly StateChange[];
}

export interface SandboxClock {
  /** Sets the time of all APIs, in Unix milliseconds; throws RangeError beyond its limits. */
  readonly set: (instant: number) => void;
  /** Moves the time forward, or back if negative; throws RangeError beyond its limits. */
  readonly advance: (milliseconds: number) => void;
  /** Whether the times of APIs are within their limits when they are moved so. */
  readonly canAdvance: (apis: readonly StatefulApi[], milliseconds: number) => boolean;
}

export interface SandboxOptions {
  readonly name: string;
  readonly seed: string;
  readonly rowLimit: number;
  /** Creates the initial settings, for a reset. */
  readonly createSettings: () => SandboxSettings;
  /** Current settings: initial ones, or those of a stored sandbox. */
  readonly settings: SandboxSettings;
  readonly journal: Journal;
  /** Stores all changes; without it they are lost when the server stops. */
  readonly history?: SandboxHistory | undefined;
  /** Real time in Unix milliseconds. */
  readonly readTime: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly send: (webhook: Webhook) => void;
}

/** Creates a sandbox; worlds in its history are restored, all others are filled from their seed. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { name, seed, rowLimit, createSettings, journal, history, readTime, wait, send } = options;
  let { settings } = options;
  const readSettings = () => settings;
  const worlds = createSandboxWorlds({ seed: `${seed}/${name}`, rowLimit, history, readSettings });
  const random = createRandom(`${seed}/${name}`, settings.drawn, noteDraw);
  return {
    name,
    open: worlds.open,
    now: (api) => readClock(settings.clock, api, readTime()),
    clock: {
      set: (instant) => change({ clock: setClock(settings.clock, instant, readTime()) }),
      advance: (milliseconds) => change({ clock: advanceClock(settings.clock, milliseconds) }),
      canAdvance: (apis, milliseconds) =>
        canAdvance(settings.clock, apis, milliseconds, readTime()),
    },
    journal,
    wait,
    send,
    random,
    get scenario() {
      return settings.scenario;
    },
    set scenario(scenario) {
      change({ scenario });
    },
    get faults() {
      return settings.faults;
    },
    set faults(faults) {
      change({ faults });
    },
    spendFaults: (struck) => {
      if (struck.length === 0) return;
      replace({ ...settings, faults: spendFaults(settings.faults, struck) });
      history?.note({ kind: 'settings', settings });
    },
    get webhook() {
      return settings.webhook;
    },
    set webhook(webhook) {
      const defect = webhook && findReceiverDefect(webhook);
      if (defect !== undefined) throw new Error(defect);
      change({ webhook });
    },
    reset: () => {
      const initial = createSettings();
      history?.append({ kind: 'settings', settings: initial }, { kind: 'reset' });
      replace(initial);
      worlds.clear();
      journal.clear();
    },
    apply: (changed) => {
      if (changed.kind === 'world') worlds.apply(changed);
      if (changed.kind === 'reset') worlds.clear();
      if (changed.kind !== 'settings') return;
      settings = changed.settings;
      random.drawn = settings.drawn;
    },
    read: () => [{ kind: 'settings', settings }, ...worlds.read()],
  };

  function change(some: Partial<SandboxSettings>): void {
    const changed = { ...settings, ...some };
    history?.append({ kind: 'settings', settings: changed });
    replace(changed);
  }

  function replace(changed: SandboxSettings): void {
    const before = settings;
    history?.onUndo?.(() => {
      settings = before;
      random.drawn = before.drawn;
    });
    settings = changed;
    random.drawn = changed.drawn;
  }

  /** A read may draw as well, which goes on where nothing can be stored. */
  function noteDraw(drawn: number): void {
    replace({ ...settings, drawn });
    history?.note({ kind: 'settings', settings });
  }
}
