import { AbortError } from 'share-contracts/client';
import type { CregoClient } from 'share-contracts/clients/crego';
import type { Share } from 'share-contracts/types/crego';
import { describeFailure, type FailureWords } from '../failures/describe-failure.ts';

/** What the list is asked to do. */
export type Task = 'load' | 'more' | 'create' | 'revoke';

/** What there is to show. */
export interface ShareListState {
  /** Newest first; `undefined` until they are known. */
  readonly shares: readonly Share[] | undefined;
  /** Number of all shares, also of those that are not loaded. */
  readonly total: number;
  /** What is under way. */
  readonly task: Task | undefined;
  readonly failure: (FailureWords & { readonly task: Task }) | undefined;
}

/** Shares of one document. No method rejects: what fails is in the state, and `false` is returned. */
export interface ShareList {
  readonly read: () => ShareListState;
  /** Calls a listener after each change, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Loads the first page; a load that is under way is given up. */
  readonly load: () => Promise<boolean>;
  readonly loadMore: () => Promise<boolean>;
  readonly create: (expiresAt: string) => Promise<boolean>;
  readonly revoke: (id: string) => Promise<boolean>;
  readonly forgetFailure: () => void;
}

const PAGE_SIZE = 15;

/** Creates the list of the shares of a document; it is empty until it is loaded. */
export function createShareList(crego: CregoClient, document: string): ShareList {
  const listeners = new Set<() => void>();
  let state: ShareListState = { shares: undefined, total: 0, task: undefined, failure: undefined };
  let loading = new AbortController();
  const path = { document_id: document };
  const list = { path, query: { page_size: PAGE_SIZE } };

  return {
    read: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: () => {
      loading.abort();
      loading = new AbortController();
      const { signal } = loading;
      return run('load', async () => {
        const { results, count } = await crego.listShares({ ...list, signal });
        change({ shares: results, total: count });
      });
    },
    loadMore: () => run('more', addPages),
    create: (expiresAt) =>
      run('create', async () => {
        const share = await crego.createShare({ path, body: { expires_at: expiresAt } });
        change({ shares: [share, ...known()], total: state.total + 1 });
      }),
    revoke: (id) =>
      run('revoke', async () => {
        const result = await crego.deleteShare.safe({ path: { ...path, share_id: id } });
        // Whoever else has revoked it, it is gone.
        if (!result.ok && result.status !== 404) throw result.error;
        change({ shares: known().filter((share) => share.id !== id), total: state.total - 1 });
      }),
    forgetFailure: () => change({ failure: undefined }),
  };

  /**
   * Adds a page. Shares that were created or revoked since have moved the others between pages, so that it begins with the page
   * on which the first missing one may be, and leaves out what is known.
   */
  async function addPages(): Promise<void> {
    const { signal } = loading;
    const from = Math.floor(known().length / PAGE_SIZE) + 1;
    const wanted = known().length + PAGE_SIZE;
    for await (const { items, data } of crego.listShares.pages({ ...list, signal }, { from })) {
      const ids = new Set(known().map(({ id }) => id));
      const shares = [...known(), ...items.filter(({ id }) => !ids.has(id))];
      change({ shares, total: data.count });
      if (shares.length >= wanted) return;
    }
  }

  function known(): readonly Share[] {
    return state.shares ?? [];
  }

  async function run(task: Task, act: () => Promise<void>): Promise<boolean> {
    change({ task, failure: undefined });
    try {
      await act();
      change({ task: undefined });
      return true;
    } catch (error) {
      // Another load has taken its place.
      if (error instanceof AbortError) return false;
      change({ task: undefined, failure: { ...describeFailure(error), task } });
      return false;
    }
  }

  function change(part: Partial<ShareListState>): void {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  }
}
