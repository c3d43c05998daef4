import type { StateLog } from '../state/state-log.ts';
import { StateUnavailableError } from '../state/state-unavailable-error.ts';
import type { LogCall, LogReply } from './log-call.ts';

/** Answers a call of a log that another process made; an error goes there as well. */
export async function answerLogCall(log: StateLog, call: LogCall): Promise<LogReply> {
  const { id } = call;
  try {
    return { id, kind: 'result', result: await callLog(log, call) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const isUnavailable = error instanceof StateUnavailableError;
    const retryAfter = isUnavailable ? error.retryAfter : undefined;
    return { id, kind: 'error', message, isUnavailable, retryAfter };
  }
}

function callLog(log: StateLog, call: LogCall): Promise<unknown> {
  const { journals, deliveries } = log;
  switch (call.name) {
    case 'exchange':
      return log.exchange(...call.args);
    case 'compact':
      return log.compact(...call.args);
    case 'list':
      return log.list(...call.args);
    case 'count':
      return log.count(...call.args);
    case 'appendEntries':
      return journals.append(...call.args);
    case 'readEntries':
      return journals.read(...call.args);
    case 'clearEntries':
      return journals.clear(...call.args);
    case 'claim':
      return deliveries.claim(...call.args);
    case 'extend':
      return deliveries.extend(...call.args);
    case 'end':
      return deliveries.end(...call.args);
  }
}
