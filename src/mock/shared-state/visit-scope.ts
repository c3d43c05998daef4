import type { ListedSandbox, StoredJournal } from '../state/state-log.ts';
import type { Replica } from './replica.ts';
import type { StoreState } from './store-state.ts';
import { type Needed, Unloaded } from './unloaded.ts';

/** What was loaded for a visit, beside its sandbox. */
export interface Loaded {
  readonly journals: Map<string, StoredJournal>;
  list: readonly ListedSandbox[] | undefined;
  store: StoreState | undefined;
}

/** What there is for the visit that runs at present. Each function throws Unloaded for what was not loaded for it. */
export interface VisitScope {
  /** Runs an act on a replica, if there is one, with what was loaded for it. */
  readonly run: <T>(replica: Replica | undefined, loaded: Loaded, act: () => T) => T;
  readonly replicaOf: (sandbox: string) => Replica;
  readonly journalOf: (sandbox: string) => StoredJournal;
  readonly list: () => readonly ListedSandbox[];
  readonly store: () => StoreState;
}

/** Creates the scope of the visits of a server, which run one after another. */
export function createVisitScope(): VisitScope {
  let visited: { readonly replica: Replica | undefined; readonly loaded: Loaded } | undefined;
  return {
    run: (replica, loaded, act) => {
      visited = { replica, loaded };
      try {
        return act();
      } finally {
        visited = undefined;
      }
    },
    replicaOf: (sandbox) => {
      const { replica } = visit();
      return replica?.name === sandbox ? replica : lack({ kind: 'sandbox', sandbox });
    },
    journalOf: (sandbox) =>
      visit().loaded.journals.get(sandbox) ?? lack({ kind: 'journal', sandbox }),
    list: () => visit().loaded.list ?? lack({ kind: 'list' }),
    store: () => visit().loaded.store ?? lack({ kind: 'store' }),
  };

  function visit() {
    if (visited !== undefined) return visited;
    throw new Error('Sandboxes of a shared store are there within a visit alone.');
  }
}

function lack(needed: Needed): never {
  throw new Unloaded(needed);
}
