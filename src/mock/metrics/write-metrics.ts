import { type Aggregator, AggregatorRegistry, Counter, Gauge, Registry } from 'prom-client';
import { type CountedDurations, DurationHistogram } from './duration-histogram.ts';
import type { ProcessFigures } from './peers.ts';
import { addProcessMetrics } from './process-metrics.ts';
import type { OperationFigures, RequestFigures } from './request-figures.ts';
import type { StoreCondition, StoreFigures } from './store-figures.ts';

/** What is told of a server. */
export interface MetricSources {
  readonly version: string;
  readonly requests: Pick<RequestFigures, 'list' | 'webhooks'>;
  /** Whether it takes requests. */
  readonly isReady: () => boolean;
  /** What was counted of the store that servers share, where there is one. */
  readonly storeFigures: StoreFigures | undefined;
}

/** What there is at the moment. */
export interface MetricMoment {
  readonly sandboxes: number;
  readonly store: StoreCondition | undefined;
}

/** Metrics in the text format of Prometheus, https://prometheus.io/docs/instrumenting/exposition_formats. */
export interface Metrics {
  readonly mediaType: string;
  readonly write: (moment: MetricMoment, peers?: readonly ProcessFigures[]) => Promise<string>;
  /** Gives the figures of this process as values. */
  readonly read: (moment: MetricMoment) => Promise<ProcessFigures>;
}

/** Creates the metrics of a process, and of a server of several. Labels have names of contracts alone, and none of what a caller sends. */
export function createMetrics(sources: MetricSources): Metrics {
  const { requests, storeFigures, version, isReady } = sources;
  const registry = new Registry();
  addRequestMetrics(registry, requests);
  new Gauge({
    name: 'share_contracts_build_info',
    help: 'Version of the server; always 1.',
    labelNames: ['version'],
    aggregator: 'first',
    registers: [registry],
  }).set({ version }, 1);
  const ready = addGauge(registry, 'ready', 'Whether the server takes requests.', 'min');
  const count = addGauge(registry, 'sandboxes', 'Sandboxes, "default" included.', 'max');
  const setStore = storeFigures && addStoreMetrics(registry, storeFigures);
  addProcessMetrics(registry);
  return {
    mediaType: registry.contentType,
    write: async (moment, peers = []) => {
      if (peers.length > 0) {
        return AggregatorRegistry.aggregate([await read(moment), ...peers]).metrics();
      }
      note(moment);
      return registry.metrics();
    },
    read,
  };

  function read(moment: MetricMoment): Promise<ProcessFigures> {
    note(moment);
    return registry.getMetricsAsJSON();
  }

  function note({ sandboxes, store }: MetricMoment): void {
    ready.set(Number(isReady()));
    count.set(sandboxes);
    setStore?.(store);
  }
}

function addRequestMetrics(registry: Registry, requests: MetricSources['requests']): void {
  const registers = [registry];
  new Counter({
    name: 'share_contracts_requests_total',
    help: 'Requests by API, operation and status; labels are empty where there is none.',
    labelNames: ['api', 'operation', 'status'],
    registers,
    collect() {
      this.reset();
      for (const figures of requests.list()) {
        for (const [status, count] of figures.statuses) {
          this.inc({ ...labelsOf(figures), status: status ?? '' }, count);
        }
      }
    },
  });
  new DurationHistogram(
    {
      name: 'share_contracts_request_duration_seconds',
      help: 'Time from the head of a request to its answer.',
      labelNames: ['api', 'operation'],
      registers,
    },
    () =>
      requests.list().map(
        (figures): CountedDurations => ({
          labels: labelsOf(figures),
          counted: figures.durations,
        }),
      ),
  );
  new Counter({
    name: 'share_contracts_violations_total',
    help: 'Violations of contracts by requests that were refused for them, and by answers.',
    labelNames: ['api', 'operation', 'of'],
    registers,
    collect() {
      this.reset();
      for (const figures of requests.list()) {
        const { request, answer } = figures.violations;
        if (request > 0) this.inc({ ...labelsOf(figures), of: 'request' }, request);
        if (answer > 0) this.inc({ ...labelsOf(figures), of: 'answer' }, answer);
      }
    },
  });
  new Counter({
    name: 'share_contracts_webhooks_total',
    help: 'Attempts to send a webhook, by API and by whether the receiver took it.',
    labelNames: ['api', 'outcome'],
    registers,
    collect() {
      this.reset();
      for (const [api, { delivered, failed }] of requests.webhooks()) {
        this.inc({ api, outcome: 'delivered' }, delivered);
        this.inc({ api, outcome: 'failed' }, failed);
      }
    },
  });
}

function labelsOf({ api = '', operation = '' }: OperationFigures) {
  return { api, operation };
}

/** Adds the metrics of the store that servers share; gives what sets whether it is up. */
function addStoreMetrics(registry: Registry, figures: StoreFigures) {
  const up = addGauge(registry, 'store_up', 'Whether the store answers.', 'min');
  new DurationHistogram(
    {
      name: 'share_contracts_store_round_trip_duration_seconds',
      help: 'Time until the store answers a question.',
      registers: [registry],
    },
    () => [{ labels: {}, counted: figures.roundTrips }],
  );
  const counters = [
    ['failures', 'Questions that the store did not answer.'],
    ['conflicts', 'Transactions that were not stored, because others were faster.'],
    ['reruns', 'Handlers that ran once more, because others were faster.'],
    ['refused', 'Requests that were refused: the store was away, or others too fast.'],
  ] as const;
  for (const [name, help] of counters) {
    new Counter({
      name: `share_contracts_store_${name}_total`,
      help,
      registers: [registry],
      collect() {
        this.reset();
        this.inc(figures[name]);
      },
    });
  }
  return (store: StoreCondition | undefined) => up.set(Number(store?.lag !== undefined));
}

function addGauge(registry: Registry, name: string, help: string, aggregator: Aggregator): Gauge {
  return new Gauge({ name: `share_contracts_${name}`, help, aggregator, registers: [registry] });
}
