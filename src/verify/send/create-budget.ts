import { countNoun } from '../../text/count-noun.ts';
import { StoppedError } from './stopped-error.ts';

/** What a run may use. */
export interface BudgetOptions {
  readonly maxRequests?: number;
  readonly maxTime?: number;
  readonly signal?: AbortSignal;
}

/** How many requests a run has sent, and when it ends. */
export interface Budget {
  readonly sent: number;
  /** Aborted at the end of the run; its reason is a StoppedError. */
  readonly signal: AbortSignal;
  /** Counts a request that is sent now. Throws StoppedError where there may be no more. */
  claim(): void;
  close(): void;
}

/** Starts the budget of a run. */
export function createBudget({ maxRequests, maxTime, signal }: BudgetOptions): Budget {
  const run = new AbortController();
  const stop = () => run.abort(abortedError(signal?.reason));
  const late = () =>
    run.abort(new StoppedError(`Stopped after ${maxTime} ms, as --max-time says.`, 'time'));
  const timer = maxTime === undefined ? undefined : setTimeout(late, maxTime);
  timer?.unref();
  signal?.addEventListener('abort', stop);
  if (signal?.aborted) stop();
  let sent = 0;
  return {
    get sent() {
      return sent;
    },
    signal: run.signal,
    claim() {
      run.signal.throwIfAborted();
      if (maxRequests !== undefined && sent >= maxRequests) {
        const requests = countNoun(maxRequests, 'request');
        throw new StoppedError(`Stopped after ${requests}, as --max-requests says.`, 'requests');
      }
      sent += 1;
    },
    close() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      run.abort(new StoppedError('Stopped: the sender is closed.', 'closed'));
    },
  };
}

function abortedError(cause: unknown): StoppedError {
  return new StoppedError('Stopped: the run was interrupted.', 'signal', { cause });
}
