import { formatTable } from '../../src/text/format-table.ts';
import { median } from '../median.ts';
import type { Contestant } from './contestants.ts';
import type { Sample } from './measure-pairs.ts';

/** Least share of the requests that one process answers, by the name of a contestant. */
const GOALS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  Valkey: { list: 0.5, create: 0.3 },
  'Valkey, --max-staleness 100ms': { list: 0.9, create: 0.3 },
};
/** Load of the company that the sizing is for. */
const COMPANY = { requests: 10_000, sandboxes: 10_000, creates: 0.2 };

/** Formats requests a second, and the ratio to one process: the median of all rounds. */
export function reportPairs(contestants: readonly Contestant[], samples: readonly Sample[]) {
  const rows = contestants.flatMap(({ name }) =>
    ['list', 'create'].map((kind) => {
      const own = samples.filter((one) => one.contestant === name && one.kind === kind);
      const ratio = ratioOf(samples, contestants[0]?.name, name, kind);
      const goal = GOALS[name]?.[kind];
      const store = own.flatMap(({ storeMicroseconds }) => storeMicroseconds ?? []);
      return [
        name,
        kind,
        median(own.map((one) => one.requestsPerSecond)).toFixed(0),
        `${ratio.toFixed(2)}x`,
        goal === undefined ? '' : `${goal} ${ratio >= goal ? 'reached' : 'not reached'}`,
        median(own.map((one) => one.ownMicroseconds)).toFixed(0),
        store.length === 0 ? '' : median(store).toFixed(0),
      ];
    }),
  );
  const heads = ['sandboxes in', 'requests', 'a second', 'ratio', 'goal', 'server µs', 'store µs'];
  return formatTable(heads, rows);
}

/** Median of the ratios to one process, each of one case and one round. */
function ratioOf(
  samples: readonly Sample[],
  base: string | undefined,
  name: string,
  kind: string,
): number {
  const ratios = samples
    .filter((one) => one.contestant === name && one.kind === kind)
    .flatMap((one) => {
      const other = samples.find(
        ({ contestant, title, round }) =>
          contestant === base && title === one.title && round === one.round,
      );
      return other === undefined ? [] : [one.requestsPerSecond / other.requestsPerSecond];
    });
  return median(ratios);
}

/** Says how many processors a company needs by these figures. */
export function reportSizing(samples: readonly Sample[]): string {
  const timeOf = (kind: string, part: 'ownMicroseconds' | 'storeMicroseconds') =>
    median(
      samples
        .filter((one) => one.contestant === 'Valkey' && one.kind === kind)
        .map((one) => one[part] ?? Number.NaN),
    );
  const { requests, creates, sandboxes } = COMPANY;
  const cores = (part: 'ownMicroseconds' | 'storeMicroseconds') =>
    ((timeOf('list', part) * (1 - creates) + timeOf('create', part) * creates) * requests) / 1e6;
  return [
    `${requests} requests a second in ${sandboxes} sandboxes, of which ${creates * 100} % create:`,
    `  replicas: ${cores('ownMicroseconds').toFixed(2)} processors`,
    `  Valkey:   ${cores('storeMicroseconds').toFixed(2)} processors, and it uses one`,
  ].join('\n');
}
