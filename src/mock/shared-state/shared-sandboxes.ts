import type { Contract } from '../../contract/model/contract.ts';
import { createStoreFigures } from '../metrics/store-figures.ts';
import { createSandbox, type Sandbox } from '../state/sandbox.ts';
import { DEFAULT_SCENARIO, type SandboxSettings } from '../state/sandbox-settings.ts';
import {
  DEFAULT_SANDBOX,
  readRealTime,
  type Sandboxes,
  type SandboxesOptions,
  sleep,
} from '../state/sandboxes.ts';
import type { ListedSandbox, StateLog } from '../state/state-log.ts';
import { createExchanger } from './exchanger.ts';
import { createReplica, type Replica } from './replica.ts';
import { openSharedJournals } from './shared-journals.ts';
import type { StoreState } from './store-state.ts';
import { type Needed, Unloaded } from './unloaded.ts';
import type { VisitHistory } from './visit-history.ts';
import { createVisitScope, type Loaded } from './visit-scope.ts';

/** How sandboxes begin, which must be the same on all servers, and what they are told. */
export interface SharedSandboxesOptions
  extends Pick<SandboxesOptions, 'rowLimit' | 'seed' | 'clock' | 'scenario' | 'readTime' | 'wait'> {
  /** Milliseconds by which an answer may be behind the store; 0 by default. */
  readonly maxStaleness?: number | undefined;
  /** Contract of an API, to read its part of the journal. */
  readonly findContract: (api: string) => WeakRef<Contract> | undefined;
  /** Called when webhooks wait in the store. */
  readonly onWebhook?: (() => void) | undefined;
}

/** Sandboxes that are kept in memory while nobody asks for them. */
const KEPT_REPLICAS = 500;

/** Opens the sandboxes of a store, which other servers serve as well. */
export function openSharedSandboxes(log: StateLog, options: SharedSandboxesOptions): Sandboxes {
  const { rowLimit = 250_000, seed = '', clock = 'examples', maxStaleness = 0 } = options;
  const { scenario = DEFAULT_SCENARIO, readTime = readRealTime, wait = sleep } = options;
  const { findContract, onWebhook = () => {} } = options;
  const storeFigures = createStoreFigures();
  const scope = createVisitScope();
  const exchanger = createExchanger(log, storeFigures);
  const journals = openSharedJournals({
    journals: log.journals,
    readLoaded: scope.journalOf,
    addEffect: (sandbox, effect) => scope.replicaOf(sandbox).history.addEffect(effect),
    findContract,
  });
  // Each use reinserts the name, so the first one is the least recently used.
  const replicas = new Map<string, Replica>();
  // It is always there, and its clock runs from the start of the first server.
  visit(DEFAULT_SANDBOX, () => openSandbox(DEFAULT_SANDBOX), true).catch(() => {});
  return {
    visit: (name, act, isLasting) => visit(name, () => act(openSandbox(name)), isLasting),
    perform: (act) => visit(undefined, act, false),
    journalOf: journals.open,
    readTime: (name, api) => replicas.get(name)?.find()?.now(api),
    open: openSandbox,
    find: (name) => scope.replicaOf(name).find(),
    list: () => scope.list().map(showListed),
    remove: (name) => scope.replicaOf(name).remove(),
    findFailure: exchanger.findFailure,
    count: () => scope.store().count ?? replicas.size,
    findStore: scope.store,
    storeFigures,
    close: async () => {
      await journals.close();
      await log.close();
    },
  };

  /** Runs an act on a sandbox, again each time that something it needs was loaded. */
  async function visit<T>(first: string | undefined, act: () => T, isLasting: boolean): Promise<T> {
    const loaded: Loaded = { journals: new Map(), list: undefined, store: undefined };
    let sandbox = first;
    for (;;) {
      try {
        if (sandbox === undefined) return scope.run(undefined, loaded, act);
        return await enqueue(useReplica(sandbox), loaded, act, isLasting);
      } catch (error) {
        if (!(error instanceof Unloaded)) throw error;
        if (error.needed.kind === 'sandbox') sandbox = error.needed.sandbox;
        else await load(error.needed, loaded);
      }
    }
  }

  function enqueue<T>(
    replica: Replica,
    loaded: Loaded,
    act: () => T,
    isLasting: boolean,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      let give = () => {};
      replica.enqueue({
        act: () => {
          const result = scope.run(replica, loaded, act);
          give = () => resolve(result);
        },
        isLasting,
        at: performance.now(),
        resolve: () => give(),
        reject,
        refusals: 0,
      });
      exchanger.schedule(replica);
    });
  }

  async function load(needed: Exclude<Needed, { kind: 'sandbox' }>, loaded: Loaded): Promise<void> {
    if (needed.kind === 'journal') {
      loaded.journals.set(needed.sandbox, await journals.load(needed.sandbox));
    } else if (needed.kind === 'list') loaded.list = await log.list();
    else loaded.store = await measureStore();
  }

  async function measureStore(): Promise<StoreState> {
    const { name } = log;
    const startedAt = performance.now();
    const count = await log.count().catch(() => undefined);
    const lag = count === undefined ? undefined : performance.now() - startedAt;
    return { name, lag, count };
  }

  function useReplica(name: string): Replica {
    const used = replicas.get(name) ?? create(name);
    replicas.delete(name);
    replicas.set(name, used);
    if (replicas.size > KEPT_REPLICAS) dropOldest();
    return used;
  }

  function dropOldest(): void {
    for (const [name, replica] of replicas) {
      if (!replica.isIdle()) continue;
      replicas.delete(name);
      return;
    }
  }

  function create(name: string): Replica {
    return createReplica(name, {
      create: (settings, history) => make(name, settings, history),
      maxStaleness,
      readTime: () => performance.now(),
      compact: (position, state) => log.compact(name, position, state),
      onRefusal: (visits) => {
        storeFigures.conflicts += 1;
        storeFigures.reruns += visits;
      },
    });
  }

  function make(
    name: string,
    settings: SandboxSettings | undefined,
    history: VisitHistory,
  ): Sandbox {
    const initial = settings ?? createSettings();
    if (settings === undefined) history.append({ kind: 'settings', settings: initial });
    const journal = journals.open(name);
    const shared = { seed, rowLimit, createSettings, readTime, wait };
    const send: Sandbox['send'] = (webhook) => {
      history.send(webhook);
      history.addEffect(onWebhook);
    };
    return createSandbox({ ...shared, name, journal, history, settings: initial, send });
  }

  function createSettings(): SandboxSettings {
    const started = { start: clock, begunAt: readTime(), setTo: undefined, moved: 0 };
    return { drawn: 0, scenario, faults: [], webhook: undefined, clock: started };
  }

  function openSandbox(name: string): Sandbox {
    return scope.replicaOf(name).open();
  }

  /** Sandbox of a list, of which nothing but its settings and the length of its journal is there. */
  function showListed({ name, settings, recorded }: ListedSandbox): Sandbox {
    const journal = { ...journals.open(name), total: () => recorded };
    const shared = { seed, rowLimit, createSettings, readTime, wait };
    return createSandbox({ ...shared, name, journal, settings, send: () => {} });
  }
}
