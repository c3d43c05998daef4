import type { HttpResponse } from '../http/message.ts';
import type { Delay, Fault, FaultOutcome } from '../state/fault.ts';
import type { Random } from '../state/random.ts';

/** Combined effect of the faults on one request. */
export interface AppliedFault {
  /** Milliseconds of real time before the request is handled. */
  readonly delay: number;
  readonly outcome: FaultOutcome | undefined;
  /** Faults that had an effect, to be counted. */
  readonly struck: readonly Fault[];
}

/**
 * Draws the faults that apply to a request: delays add up, and the first outcome wins.
 *
 * A fault that strikes a number of times waits where its outcome comes too late, so that several of them strike one after another.
 */
export function drawFault(
  faults: readonly Fault[],
  api: string,
  operation: string,
  random: Random,
): AppliedFault {
  const drawn = faults
    .filter((fault) => (fault.api ?? api) === api && (fault.operation ?? operation) === operation)
    .filter(({ rate = 1 }) => rate >= 1 || random.fraction() < rate);
  const first = drawn.find(({ outcome }) => outcome !== undefined);
  const struck = drawn.filter(
    (fault) => fault === first || fault.times === undefined || fault.outcome === undefined,
  );
  return {
    delay: struck.reduce((sum, { delay = 0 }) => sum + drawDelay(delay, random), 0),
    outcome: first?.outcome,
    struck,
  };
}

/** Marks the part of a response that the outcome of a fault drops. */
export function loseResponse(
  response: HttpResponse,
  outcome: FaultOutcome | undefined,
): HttpResponse {
  if (outcome === 'reset') return { ...response, loss: 'all' };
  return outcome === 'truncate' ? { ...response, loss: 'half' } : response;
}

function drawDelay(delay: Delay, random: Random): number {
  if (typeof delay === 'number') return delay;
  if ('min' in delay) return delay.min + random.fraction() * (delay.max - delay.min);
  return Math.max(0, delay.mean + delay.deviation * drawNormal(random));
}

/** Box–Muller transform, https://en.wikipedia.org/wiki/Box%E2%80%93Muller_transform. */
function drawNormal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.fraction()));
  return radius * Math.cos(2 * Math.PI * random.fraction());
}
