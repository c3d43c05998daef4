import type { Peers } from '../metrics/peers.ts';
import type { RequestFigures } from '../metrics/request-figures.ts';
import type { MetricMoment, Metrics } from '../metrics/write-metrics.ts';
import type { Sandboxes } from '../state/sandboxes.ts';

/** Parts of a mock server that its metrics tell of. */
export interface MeasuredParts {
  readonly sandboxes: Sandboxes;
  readonly requests: RequestFigures;
  readonly isReady: () => boolean;
  /** The other processes of the server, if there are any. */
  readonly peers: Peers | undefined;
}

/** Metrics of a server. */
export interface ServerMetrics {
  /** Reads what there is at the moment. For acts. */
  readonly readMoment: () => MetricMoment;
  /** Writes the metrics of all processes of the server. */
  readonly write: (moment: MetricMoment) => Promise<string>;
}

/** Creates the metrics of a server, whose peers may ask for them; what writes them is loaded when it is needed. */
export function createServerMetrics(parts: MeasuredParts): ServerMetrics {
  const { sandboxes, peers } = parts;
  const readMoment = () => ({ sandboxes: sandboxes.count(), store: sandboxes.findStore?.() });
  let loading: Promise<Metrics> | undefined;
  peers?.answer(async () => {
    const moment = await sandboxes.perform(readMoment);
    return (await find()).read(moment);
  });
  return {
    readMoment,
    write: async (moment) => {
      const others = await peers?.ask();
      return (await find()).write(moment, others);
    },
  };

  function find(): Promise<Metrics> {
    loading ??= load(parts);
    return loading;
  }
}

async function load({ sandboxes, requests, isReady }: MeasuredParts): Promise<Metrics> {
  const [{ createMetrics }, { default: packageFile }] = await Promise.all([
    import('../metrics/write-metrics.ts'),
    import('#package.json', { with: { type: 'json' } }),
  ]);
  const { version } = packageFile;
  return createMetrics({ version, requests, isReady, storeFigures: sandboxes.storeFigures });
}
