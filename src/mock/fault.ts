import type { Random } from './sandbox/random.ts';

/** Misfortune that a sandbox or a scenario brings on requests. */
export interface Fault {
  /** Name of the API that it strikes; all of them without one. */
  readonly api?: string;
  /** Operation that it strikes; all of them without one. */
  readonly operation?: string;
  /** Share of the requests that it strikes, from 0 to 1; all of them unless given. */
  readonly rate?: number;
  /** Milliseconds of real time before the request is handled. */
  readonly delay?: Delay;
  /** What becomes of the answer: a server error in its place, no answer, or a part of it. */
  readonly outcome?: Outcome;
}

export type Outcome = 'error' | 'reset' | 'truncate';

/** A fixed time, an even spread, or a normal distribution that is cut at 0. */
export type Delay =
  | number
  | { readonly min: number; readonly max: number }
  | { readonly mean: number; readonly deviation: number };

/** What the faults do to one request. */
export interface Strike {
  readonly delay: number;
  readonly outcome: Outcome | undefined;
}

/** Draws what strikes a request: all delays together, and the first outcome; `undefined` where nothing does. */
export function drawStrike(
  faults: readonly Fault[],
  api: string,
  operation: string,
  random: Random,
): Strike | undefined {
  const struck = faults
    .filter((fault) => (fault.api ?? api) === api && (fault.operation ?? operation) === operation)
    .filter(({ rate = 1 }) => rate >= 1 || random.fraction() < rate);
  if (struck.length === 0) return undefined;
  return {
    delay: struck.reduce((sum, { delay = 0 }) => sum + drawDelay(delay, random), 0),
    outcome: struck.find(({ outcome }) => outcome !== undefined)?.outcome,
  };
}

function drawDelay(delay: Delay, random: Random): number {
  if (typeof delay === 'number') return delay;
  if ('min' in delay) return delay.min + random.fraction() * (delay.max - delay.min);
  return Math.max(0, delay.mean + delay.deviation * drawNormal(random));
}

/** Standard normal distribution by the method of Box and Muller. */
function drawNormal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.fraction()));
  return radius * Math.cos(2 * Math.PI * random.fraction());
}
