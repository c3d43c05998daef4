import type { Sandbox } from '../state/sandbox.ts';
import type { SandboxSettings } from '../state/sandbox-settings.ts';
import type { LogAnswer, LogPosition, LogQuestion, NewDelivery } from '../state/state-log.ts';
import type { StateChange } from '../state/state-store.ts';
import { StateUnavailableError } from '../state/state-unavailable-error.ts';
import { endVisit, type QueuedVisit, type VisitEnd } from './queued-visit.ts';
import { Unloaded } from './unloaded.ts';
import { createVisitHistory, type VisitHistory, type VisitRecord } from './visit-history.ts';

/** One sandbox as this server has it, which other servers have as well. */
export interface Replica {
  readonly name: string;
  readonly history: VisitHistory;
  /** The sandbox, if there is one as far as is known. */
  readonly find: () => Sandbox | undefined;
  /** The same, created if there is none. For acts. */
  readonly open: () => Sandbox;
  /** Removes it; `false` if there is none. For acts. */
  readonly remove: () => boolean;
  readonly enqueue: (visit: QueuedVisit) => void;
  /** Whether visits wait that can be run now. */
  readonly isReady: () => boolean;
  /** Whether what is known is new enough for whatever waits, which can be run now. */
  readonly isFresh: () => boolean;
  /** Whether nobody waits. */
  readonly isIdle: () => boolean;
  /** Number of visits that wait for the store. */
  readonly countRunning: () => number;
  /** Runs what waits; gives what the store has to say to it, or `undefined` where that is known already. */
  readonly run: () => LogQuestion | undefined;
  readonly take: (answer: LogAnswer) => void;
  /** Ends what waits for an answer that there is none to. */
  readonly fail: (error: unknown) => void;
}

export interface ReplicaOptions {
  readonly create: (settings: SandboxSettings | undefined, history: VisitHistory) => Sandbox;
  /** Milliseconds by which an answer may be behind the store. */
  readonly maxStaleness: number;
  /** Milliseconds of the process. */
  readonly readTime: () => number;
  /** Compacts the log; another server, or a later change, will do it where this fails. */
  readonly compact: (position: LogPosition, state: readonly StateChange[]) => Promise<void>;
  /** Called each time that a visit has to be repeated since others were faster. */
  readonly onRefusal: (visits: number) => void;
}

interface Run {
  readonly visit: QueuedVisit;
  readonly end: VisitEnd;
  readonly effects: VisitRecord['effects'];
}

/** Limits of the attempts of one visit, by number and milliseconds: whoever reaches both has waited long enough. */
const MAX_REFUSALS = 50;
const MAX_WAIT = 5000;
/** Transactions in the log of a small sandbox, from which on a state is written in their place. */
const MIN_UNCOMPACTED = 500;

/**
 * Creates the replica of a sandbox of which nothing is known yet.
 *
 * Visits run at once on what is known, all that wait together; the store then takes what they did, or says what others
 * did before. In that case it is undone, the news is taken in, and the visits run again. Visits that change nothing are
 * answered as soon as what is known is no older than they are.
 */
export function createReplica(name: string, options: ReplicaOptions): Replica {
  const { create, maxStaleness, readTime, compact, onRefusal } = options;
  const history = createVisitHistory();
  let sandbox: Sandbox | undefined;
  let position: LogPosition | undefined;
  /** Up to when the store was known to have nothing else. */
  let knownAt = Number.NEGATIVE_INFINITY;
  let askedAt = 0;
  let waiting: QueuedVisit[] = [];
  let running: Run[] = [];
  let isAsking = false;
  let maxUncompacted = MIN_UNCOMPACTED;
  let isCompacting = false;
  return {
    name,
    history,
    find: () => sandbox,
    open: () => {
      if (sandbox !== undefined) return sandbox;
      history.onUndo?.(() => {
        sandbox = undefined;
      });
      sandbox = create(undefined, history);
      return sandbox;
    },
    remove: () => {
      const removed = sandbox;
      if (removed === undefined) return false;
      history.onUndo?.(() => {
        sandbox = removed;
      });
      history.append({ kind: 'removal' });
      sandbox = undefined;
      return true;
    },
    enqueue: (visit) => void waiting.push(visit),
    isReady: () => waiting.length > 0 && !isAsking,
    isFresh: () => !isAsking && waiting.length > 0 && readTime() - maxStaleness < knownAt,
    isIdle: () => waiting.length === 0 && running.length === 0,
    countRunning: () => running.length,
    run,
    take: (answer) => {
      isAsking = false;
      if (answer.kind === 'news') return takeNews(answer);
      position = answer.position;
      knownAt = askedAt;
      finish();
      if (answer.uncompacted > maxUncompacted && !isCompacting) compactLog();
    },
    fail: (error) => {
      isAsking = false;
      history.undoAll();
      const failed = running;
      running = [];
      for (const { visit } of failed) endVisit(visit, endWithoutStore(visit, error));
    },
  };

  function run(): LogQuestion | undefined {
    const transactions: (readonly StateChange[])[] = [];
    const deliveries: NewDelivery[] = [];
    let removes = false;
    const visits = waiting;
    waiting = [];
    for (const [index, visit] of visits.entries()) {
      const end = attempt(visit);
      const { changes, webhooks, effects } = history.endVisit();
      running.push({ visit, end, effects });
      if (changes.length > 0) transactions.push(changes);
      for (const webhook of webhooks) {
        deliveries.push({ id: webhook.id, text: JSON.stringify(webhook) });
      }
      removes = changes.some(({ kind }) => kind === 'removal');
      if (!removes) continue;
      // What comes after a removal is of another log.
      waiting = visits.slice(index + 1);
      break;
    }
    const isKnown = running.every(({ visit }) => visit.at - maxStaleness < knownAt);
    if (isKnown && transactions.length === 0 && deliveries.length === 0) {
      finish();
      return undefined;
    }
    isAsking = true;
    askedAt = readTime();
    const made = removes ? { transactions: [], deliveries: [] } : { transactions, deliveries };
    return { sandbox: name, known: position, ...made, removes };
  }

  function attempt(visit: QueuedVisit): VisitEnd {
    try {
      visit.act();
      return { kind: 'done' };
    } catch (error) {
      if (error instanceof Unloaded) history.undoVisit();
      return { kind: 'failed', error };
    }
  }

  function finish(): void {
    history.keep();
    const finished = running;
    running = [];
    for (const { visit, end, effects } of finished) {
      if (effects.length === 0) endVisit(visit, end);
      else {
        Promise.all(effects.map((effect) => effect())).then(
          () => endVisit(visit, end),
          (error: unknown) => endVisit(visit, { kind: 'failed', error }),
        );
      }
    }
  }

  function takeNews(news: Extract<LogAnswer, { readonly kind: 'news' }>): void {
    history.undoAll();
    const refused = running.map(({ visit }) => visit);
    running = [];
    const isUsable = news.isWhole || sandbox !== undefined;
    if (news.isWhole) sandbox = news.position && restore(news.changes);
    else for (const change of news.changes) sandbox?.apply(change);
    position = isUsable ? news.position : undefined;
    if (isUsable) knownAt = askedAt;
    onRefusal(refused.length);
    const repeated = refused.filter((visit) => !isTired(visit));
    waiting = [...repeated, ...waiting];
  }

  /** Counts a refusal, and ends a visit that had enough of them. */
  function isTired(visit: QueuedVisit): boolean {
    visit.refusals += 1;
    if (visit.refusals < MAX_REFUSALS || readTime() - visit.at < MAX_WAIT) return false;
    const message = `The sandbox "${name}" changes faster than this server can follow.`;
    const error = new StateUnavailableError(message, { retryAfter: 1 });
    endVisit(visit, { kind: 'failed', error });
    return true;
  }

  function restore(changes: readonly StateChange[]): Sandbox {
    const first = changes.find((change) => change.kind === 'settings');
    const restored = create(first?.settings, history);
    for (const change of changes) restored.apply(change);
    return restored;
  }

  /** Runs an act once more for its answer alone, if it may go on. */
  function endWithoutStore(visit: QueuedVisit, error: unknown): VisitEnd {
    if (!visit.isLasting || !(error instanceof StateUnavailableError)) {
      return { kind: 'failed', error };
    }
    const end = attempt(visit);
    history.undoAll();
    return end;
  }

  function compactLog(): void {
    if (position === undefined || sandbox === undefined) return;
    const state = sandbox.read();
    const rows = state.map((change) => (change.kind === 'world' ? change.delta.rows.length : 0));
    // So that a large one is not written for each few changes.
    maxUncompacted = Math.max(
      MIN_UNCOMPACTED,
      rows.reduce((sum, count) => sum + count, 0),
    );
    isCompacting = true;
    compact(position, state)
      .catch(() => {})
      .finally(() => {
        isCompacting = false;
      });
  }
}
