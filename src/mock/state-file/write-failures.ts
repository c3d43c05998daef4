import type { StateFailure } from '../state/state-store.ts';
import { StateUnavailableError } from '../state/state-unavailable-error.ts';
import { explainWriteError } from './explain-write-error.ts';

/** What becomes of the writes of a state file. */
export interface WriteFailures {
  readonly current: () => StateFailure | undefined;
  /** Notes an error and converts it to a StateUnavailableError; gives a defect as it is. */
  readonly note: (error: unknown) => unknown;
  /** Notes that changes can be written again. */
  readonly end: () => void;
}

/** Creates the record of writes that fail; says each reason once, and the end. */
export function createWriteFailures(
  file: string,
  say: (message: string) => void,
  readTime: () => number = Date.now,
): WriteFailures {
  let failure: StateFailure | undefined;
  let reasons = new Set<string>();
  return {
    current: () => failure,
    note: (error) => {
      const reason = explainWriteError(error);
      if (reason === undefined) return error;
      failure = { reason, since: failure?.since ?? readTime() };
      if (!reasons.has(reason)) say(describe(reason));
      reasons.add(reason);
      // No path: the message is also for clients.
      return new StateUnavailableError(`The state file keeps no changes: ${reason}.`, {
        cause: error,
      });
    },
    end: () => {
      if (failure === undefined) return;
      say(`${file} keeps changes again, which it did not since ${toText(failure.since)}.`);
      failure = undefined;
      reasons = new Set();
    },
  };

  function describe(reason: string): string {
    return `${file} keeps no changes: ${reason}. Changes are refused until that is mended, reads go on.`;
  }
}

function toText(time: number): string {
  return new Date(time).toISOString();
}
