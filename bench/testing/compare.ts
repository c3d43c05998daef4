import type { ContestantName } from './contestants.ts';

/** Microseconds per answer of each contestant, in one round. */
export type Round = Readonly<Record<ContestantName, number>>;

/**
 * What the rounds of a case say: of each contestant the least time, in microseconds per answer. Whatever else a machine does
 * only adds to it, and one that changes its pace is met at its best by all of them.
 */
export interface Comparison {
  readonly floor: number;
  readonly state: number;
  readonly example: number;
  readonly mswHandlers: number;
  readonly mswServer: number;
  /** Beyond the floor. */
  readonly stateBeyond: number;
  readonly exampleBeyond: number;
  /** How many times as much MSW takes as our mock over state. */
  readonly handlers: Ratios;
  readonly server: Ratios;
}

export interface Ratios {
  /** With `Request` and `Response`. */
  readonly whole: number;
  /** Beyond them. */
  readonly beyond: number;
}

/** Compares rounds of one case. */
export function compare(rounds: readonly Round[]): Comparison {
  const least = (name: ContestantName) => Math.min(...rounds.map((round) => round[name]));
  const [floor, state, example] = [least('floor'), least('state'), least('example')];
  const [mswHandlers, mswServer] = [least('msw-handlers'), least('msw-server')];
  const compareTo = (other: number): Ratios => ({
    whole: other / state,
    beyond: (other - floor) / (state - floor),
  });
  return {
    floor,
    state,
    example,
    mswHandlers,
    mswServer,
    stateBeyond: state - floor,
    exampleBeyond: example - floor,
    handlers: compareTo(mswHandlers),
    server: compareTo(mswServer),
  };
}
