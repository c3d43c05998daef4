import type { Peers, ProcessFigures } from '../mock/metrics/peers.ts';
import type { FromWorker } from './worker-message.ts';

/** The other workers, as one of them reaches them. */
export interface WorkerPeers {
  readonly peers: Peers;
  /** Tells the metrics of this worker. */
  readonly tell: (id: number) => void;
  /** Takes the metrics of the others. */
  readonly take: (id: number, figures: readonly ProcessFigures[]) => void;
}

/** Reaches the other workers by the process that started them; `send` takes each message there. */
export function connectPeers(send: (message: FromWorker) => void): WorkerPeers {
  const asked = new Map<number, (figures: readonly ProcessFigures[]) => void>();
  let last = 0;
  let read: (() => Promise<ProcessFigures>) | undefined;
  return {
    peers: {
      ask: () =>
        new Promise((resolve) => {
          last += 1;
          asked.set(last, resolve);
          send({ kind: 'peers-asked', id: last });
        }),
      answer: (given) => {
        read = given;
      },
    },
    // Whoever asked waits no longer than a moment, so what fails is left out.
    tell: (id) =>
      void read?.().then(
        (figures) => send({ kind: 'figures', id, figures }),
        () => {},
      ),
    take: (id, figures) => {
      asked.get(id)?.(figures);
      asked.delete(id);
    },
  };
}
