import { median } from '../median.ts';
import type { ContestantName } from './contestants.ts';

/** Microseconds per answer of each contestant, in one round. */
export type Round = Readonly<Record<ContestantName, number>>;

/** What the rounds of a case say. */
export interface Comparison {
  /** Medians, in microseconds per answer. */
  readonly floor: number;
  readonly state: number;
  readonly example: number;
  readonly mswHandlers: number;
  readonly mswServer: number;
  /** Median beyond the floor of the same round. */
  readonly stateBeyond: number;
  readonly exampleBeyond: number;
  /** How many times as much MSW takes as our mock over state; the least of all rounds. */
  readonly least: Readonly<Record<'handlers' | 'server', Ratios>>;
}

export interface Ratios {
  /** With `Request` and `Response`. */
  readonly whole: number;
  /** Beyond them. */
  readonly beyond: number;
}

/** Compares rounds of one case. */
export function compare(rounds: readonly Round[]): Comparison {
  const middle = (read: (round: Round) => number) => median(rounds.map(read));
  return {
    floor: middle(({ floor }) => floor),
    state: middle(({ state }) => state),
    example: middle(({ example }) => example),
    mswHandlers: middle((round) => round['msw-handlers']),
    mswServer: middle((round) => round['msw-server']),
    stateBeyond: middle(({ state, floor }) => state - floor),
    exampleBeyond: middle(({ example, floor }) => example - floor),
    least: {
      handlers: findLeast(rounds, (round) => round['msw-handlers']),
      server: findLeast(rounds, (round) => round['msw-server']),
    },
  };
}

function findLeast(rounds: readonly Round[], readOther: (round: Round) => number): Ratios {
  const least = (read: (round: Round) => number) => Math.min(...rounds.map(read));
  return {
    whole: least((round) => readOther(round) / round.state),
    beyond: least((round) => (readOther(round) - round.floor) / (round.state - round.floor)),
  };
}
