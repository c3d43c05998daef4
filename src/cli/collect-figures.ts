import type { ProcessFigures } from '../mock/metrics/peers.ts';

/** Milliseconds that a worker has to tell its metrics. */
const PATIENCE = 1000;

/** Collects the metrics of workers. */
export interface FiguresCollector {
  /** Asks workers, each by its function; those that do not tell in time are left out. */
  readonly collect: (asks: readonly ((id: number) => void)[]) => Promise<readonly ProcessFigures[]>;
  /** Takes what a worker tells. */
  readonly take: (id: number, figures: ProcessFigures) => void;
}

/** Creates a collector that has asked nobody yet. */
export function createFiguresCollector(): FiguresCollector {
  const asked = new Map<number, (figures: ProcessFigures) => void>();
  let last = 0;
  return {
    collect: async (asks) => {
      const told = await Promise.all(asks.map(askOne));
      return told.filter((figures) => figures !== undefined);
    },
    take: (id, figures) => asked.get(id)?.(figures),
  };

  function askOne(ask: (id: number) => void): Promise<ProcessFigures | undefined> {
    last += 1;
    const id = last;
    return new Promise((resolve) => {
      const end = (figures?: ProcessFigures) => {
        clearTimeout(timer);
        asked.delete(id);
        resolve(figures);
      };
      const timer = setTimeout(end, PATIENCE);
      asked.set(id, end);
      ask(id);
    });
  }
}
