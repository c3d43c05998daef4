import { Histogram, type HistogramConfiguration } from 'prom-client';
import { DURATION_BOUNDS, type Durations } from './durations.ts';

type Labels = Readonly<Record<string, string>>;

/** Durations that were counted under some labels. */
export interface CountedDurations {
  readonly labels: Labels;
  readonly counted: Durations;
}

/** One line of a histogram. */
interface Sample {
  readonly metricName: string;
  readonly labels: Readonly<Record<string, string | number>>;
  readonly sharedLabels: Labels;
  readonly value: number;
}

/** Upper bounds in seconds, as they are written. */
const BOUNDS = [...DURATION_BOUNDS.map((bound) => bound / 1000), '+Inf'];

/**
 * Histogram, in seconds, of durations that were counted elsewhere.
 *
 * Its own `observe` takes a µs and more, and needs the library before the first scrape (November 2026).
 */
export class DurationHistogram extends Histogram {
  readonly #configuration: HistogramConfiguration<string>;
  readonly #list: () => readonly CountedDurations[];

  constructor(
    configuration: HistogramConfiguration<string>,
    list: () => readonly CountedDurations[],
  ) {
    super(configuration);
    this.#configuration = configuration;
    this.#list = list;
  }

  /** What the registry and `get` ask for, though its types do not say so. */
  async getForPromString() {
    const { name, help } = this.#configuration;
    const values = this.#list().flatMap((counted) => listSamples(name, counted));
    return { name, help, type: 'histogram', aggregator: 'sum', values };
  }
}

function listSamples(name: string, { labels: sharedLabels, counted }: CountedDurations): Sample[] {
  let count = 0;
  const buckets = BOUNDS.map((le, index): Sample => {
    count += counted.counts[index] ?? 0;
    return { metricName: `${name}_bucket`, labels: { le }, sharedLabels, value: count };
  });
  return [
    ...buckets,
    { metricName: `${name}_sum`, labels: {}, sharedLabels, value: counted.sum / 1000 },
    { metricName: `${name}_count`, labels: {}, sharedLabels, value: count },
  ];
}
