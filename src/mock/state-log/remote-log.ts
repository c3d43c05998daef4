import type { StateLog } from '../state/state-log.ts';
import { StateUnavailableError } from '../state/state-unavailable-error.ts';
import type { LogCall, LogFunctionName, LogFunctions, LogReply } from './log-call.ts';

/** Log that another process has. */
export interface RemoteLog {
  readonly log: StateLog;
  /** Takes what the other process replied. */
  readonly take: (reply: LogReply) => void;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Connects to the log of another process; `send` takes each call there. */
export function connectRemoteLog(name: string, send: (call: LogCall) => void): RemoteLog {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const log: StateLog = {
    name,
    exchange: (...args) => call((id) => ({ id, name: 'exchange', args })),
    compact: (...args) => call((id) => ({ id, name: 'compact', args })),
    list: (...args) => call((id) => ({ id, name: 'list', args })),
    count: (...args) => call((id) => ({ id, name: 'count', args })),
    journals: {
      append: (...args) => call((id) => ({ id, name: 'appendEntries', args })),
      read: (...args) => call((id) => ({ id, name: 'readEntries', args })),
      clear: (...args) => call((id) => ({ id, name: 'clearEntries', args })),
    },
    deliveries: {
      claim: (...args) => call((id) => ({ id, name: 'claim', args })),
      extend: (...args) => call((id) => ({ id, name: 'extend', args })),
      end: (...args) => call((id) => ({ id, name: 'end', args })),
    },
    close: async () => {},
  };
  return { log, take };

  function call<Name extends LogFunctionName>(
    write: (id: number) => LogCall & { readonly name: Name },
  ): ReturnType<LogFunctions[Name]>;
  function call(write: (id: number) => LogCall): Promise<unknown> {
    last += 1;
    const id = last;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      send(write(id));
    });
  }

  function take(reply: LogReply): void {
    const waiter = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.kind === 'result') waiter?.resolve(reply.result);
    else waiter?.reject(toError(reply));
  }
}

function toError(reply: Extract<LogReply, { readonly kind: 'error' }>): Error {
  const { message, isUnavailable, retryAfter } = reply;
  if (!isUnavailable) return new Error(message);
  return new StateUnavailableError(message, retryAfter === undefined ? {} : { retryAfter });
}
