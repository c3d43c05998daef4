import type { HttpResponse } from '../http/message.ts';
import type { Delay, Fault, FaultOutcome } from '../state/fault.ts';
import type { Random } from '../state/random.ts';

/** What the faults do to one request. */
export interface AppliedFault {
  /** Milliseconds of real time before it is handled. */
  readonly delay: number;
  readonly outcome: FaultOutcome | undefined;
}

/** Draws which faults apply to a request: their delays add up, and the first outcome counts. */
export function drawFault(
  faults: readonly Fault[],
  api: string,
  operation: string,
  random: Random,
): AppliedFault {
  const drawn = faults
    .filter((fault) => (fault.api ?? api) === api && (fault.operation ?? operation) === operation)
    .filter(({ rate = 1 }) => rate >= 1 || random.fraction() < rate);
  return {
    delay: drawn.reduce((sum, { delay = 0 }) => sum + drawDelay(delay, random), 0),
    outcome: drawn.find(({ outcome }) => outcome !== undefined)?.outcome,
  };
}

/** Response as much of which is lost on the way as the outcome of a fault says. */
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

/** Standard normal distribution, https://en.wikipedia.org/wiki/Box%E2%80%93Muller_transform. */
function drawNormal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.fraction()));
  return radius * Math.cos(2 * Math.PI * random.fraction());
}
