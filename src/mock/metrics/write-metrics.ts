import { Counter, Gauge, Registry } from 'prom-client';
import { type CountedDurations, DurationHistogram } from './duration-histogram.ts';
import { addProcessMetrics } from './process-metrics.ts';
import type { OperationFigures, RequestFigures } from './request-figures.ts';
import type { SandboxReport } from './store-figures.ts';

/** What is told of a server. */
export interface MetricSources {
  readonly version: string;
  readonly requests: Pick<RequestFigures, 'list' | 'webhooks'>;
  readonly countSandboxes: () => number;
  /** Whether it takes requests. */
  readonly isReady: () => boolean;
  readonly sandboxes: Partial<SandboxReport>;
}

/** Metrics in the text format of Prometheus, https://prometheus.io/docs/instrumenting/exposition_formats. */
export interface Metrics {
  readonly mediaType: string;
  readonly write: () => Promise<string>;
}

/** Creates the metrics of a server. Labels have names of contracts alone, and none of what a caller sends. */
export function createMetrics(sources: MetricSources): Metrics {
  const registry = new Registry();
  addRequestMetrics(registry, sources.requests);
  addServerMetrics(registry, sources);
  addStoreMetrics(registry, sources.sandboxes);
  addProcessMetrics(registry);
  return { mediaType: registry.contentType, write: () => registry.metrics() };
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

function addServerMetrics(registry: Registry, sources: MetricSources): void {
  const { version, countSandboxes, isReady, sandboxes } = sources;
  const registers = [registry];
  new Gauge({
    name: 'share_contracts_build_info',
    help: 'Version of the server; always 1.',
    labelNames: ['version'],
    registers,
  }).set({ version }, 1);
  addGauge(registry, 'ready', 'Whether the server takes requests.', () => Number(isReady()));
  addGauge(registry, 'sandboxes', 'Sandboxes, "default" included.', countSandboxes);
  const { countJournalBytes } = sandboxes;
  if (countJournalBytes === undefined) return;
  const help = 'Memory that journals take, in bytes.';
  addGauge(registry, 'journal_bytes', help, countJournalBytes);
}

/** Metrics of the store that servers share, where there is one. */
function addStoreMetrics(
  registry: Registry,
  { findStore, storeFigures }: Partial<SandboxReport>,
): void {
  if (findStore?.() === undefined) return;
  const isUp = () => Number(findStore()?.lag !== undefined);
  addGauge(registry, 'store_up', 'Whether the store answers.', isUp);
  if (storeFigures === undefined) return;
  new DurationHistogram(
    {
      name: 'share_contracts_store_round_trip_duration_seconds',
      help: 'Time until the store answers a question.',
      registers: [registry],
    },
    () => [{ labels: {}, counted: storeFigures.roundTrips }],
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
        this.inc(storeFigures[name]);
      },
    });
  }
}

function addGauge(registry: Registry, name: string, help: string, read: () => number): void {
  new Gauge({
    name: `share_contracts_${name}`,
    help,
    registers: [registry],
    collect() {
      this.set(read());
    },
  });
}
