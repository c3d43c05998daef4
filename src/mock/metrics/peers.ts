import type { Registry } from 'prom-client';

/** Metrics of one process, as plain values. */
export type ProcessFigures = Awaited<ReturnType<Registry['getMetricsAsJSON']>>;

/** The other processes that serve the same port and sandboxes. */
export interface Peers {
  /** Gives the figures of each; those of one that does not tell them in time are left out. */
  readonly ask: () => Promise<readonly ProcessFigures[]>;
  /** Takes what gives the figures of this process, for whoever asks. */
  readonly answer: (read: () => Promise<ProcessFigures>) => void;
}
