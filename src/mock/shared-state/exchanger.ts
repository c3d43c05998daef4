import { addDuration } from '../metrics/durations.ts';
import type { StoreFigures } from '../metrics/store-figures.ts';
import type { LogQuestion, StateLog } from '../state/state-log.ts';
import type { StateFailure } from '../state/state-store.ts';
import { StateUnavailableError } from '../state/state-unavailable-error.ts';
import type { Replica } from './replica.ts';

/** Asks the store on behalf of all sandboxes of a server. */
export interface Exchanger {
  /** Runs what waits for a sandbox with all else of this turn. */
  readonly schedule: (replica: Replica) => void;
  /** Why the last exchange failed; `undefined` if it did not. */
  readonly findFailure: () => StateFailure | undefined;
}

/** Creates an exchanger: one round trip for everything that came in one turn of the event loop. */
export function createExchanger(log: StateLog, figures: StoreFigures): Exchanger {
  const scheduled = new Set<Replica>();
  let failure: StateFailure | undefined;
  return { schedule, findFailure: () => failure };

  function schedule(replica: Replica): void {
    // Most of what comes then is answered at once.
    if (replica.isFresh()) {
      runAll([replica]);
      return;
    }
    if (scheduled.size === 0) setImmediate(runScheduled);
    scheduled.add(replica);
  }

  function runScheduled(): void {
    const replicas = [...scheduled].filter((replica) => replica.isReady());
    scheduled.clear();
    runAll(replicas);
  }

  function runAll(replicas: readonly Replica[]): void {
    const asking: { readonly replica: Replica; readonly question: LogQuestion }[] = [];
    for (const replica of replicas) {
      const question = replica.run();
      if (question === undefined) scheduleRest(replica);
      else asking.push({ replica, question });
    }
    if (asking.length > 0) void exchange(asking);
  }

  async function exchange(
    asking: readonly { readonly replica: Replica; readonly question: LogQuestion }[],
  ): Promise<void> {
    const startedAt = performance.now();
    try {
      const answers = await log.exchange(asking.map(({ question }) => question));
      addDuration(figures.roundTrips, performance.now() - startedAt);
      failure = undefined;
      for (const [index, answer] of answers.entries()) asking[index]?.replica.take(answer);
    } catch (error) {
      figures.failures += 1;
      figures.refused += asking.reduce((sum, { replica }) => sum + replica.countRunning(), 0);
      if (error instanceof StateUnavailableError) {
        failure = { reason: error.message, since: failure?.since ?? Date.now() };
      }
      for (const { replica } of asking) replica.fail(error);
    }
    for (const { replica } of asking) scheduleRest(replica);
  }

  /** Runs what came meanwhile. */
  function scheduleRest(replica: Replica): void {
    if (replica.isReady()) schedule(replica);
  }
}
