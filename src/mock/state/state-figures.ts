/** What a server did with a store that it shares, since it started. */
export interface StateFigures {
  readonly noteRoundTrip: (milliseconds: number) => void;
  readonly noteFailure: () => void;
  /** Notes that a number of visits were repeated, since others were faster. */
  readonly noteConflict: (visits: number) => void;
  readonly read: () => StateCounts;
}

export interface StateCounts {
  readonly roundTrips: number;
  /** Of all round trips together. */
  readonly milliseconds: number;
  readonly failures: number;
  readonly conflicts: number;
  readonly repeatedVisits: number;
}

/** Creates the figures of a server, which begin at 0. */
export function createStateFigures(): StateFigures {
  const counts = { roundTrips: 0, milliseconds: 0, failures: 0, conflicts: 0, repeatedVisits: 0 };
  return {
    noteRoundTrip: (milliseconds) => {
      counts.roundTrips += 1;
      counts.milliseconds += milliseconds;
    },
    noteFailure: () => {
      counts.failures += 1;
    },
    noteConflict: (visits) => {
      counts.conflicts += 1;
      counts.repeatedVisits += visits;
    },
    read: () => ({ ...counts }),
  };
}
