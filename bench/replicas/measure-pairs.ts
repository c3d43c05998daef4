import { loadProject } from '../../src/apis/load-project.ts';
import type { Case } from '../cases.ts';
import { load } from '../load.ts';
import { readProcessorTime } from '../process-time.ts';
import { send } from '../send.ts';
import type { Contestant } from './contestants.ts';
import { inSandbox } from './over-state.ts';

/** What was measured of one case and one server in one round. */
export interface Sample {
  readonly kind: Case['kind'];
  readonly title: string;
  readonly contestant: string;
  readonly round: number;
  readonly requestsPerSecond: number;
  /** Processor time of the server for each request, in microseconds. */
  readonly ownMicroseconds: number;
  /** That of the store, if it is one process. */
  readonly storeMicroseconds: number | undefined;
}

export interface Load {
  readonly seconds: number;
  readonly rounds: number;
  readonly connections: number;
}

/** Loads all servers in turn, round after round, each with a sandbox of its own that is empty before. */
export async function measurePairs(
  contestants: readonly Contestant[],
  cases: readonly Case[],
  { seconds, rounds, connections }: Load,
): Promise<Sample[]> {
  const mounts = new Map((await loadProject()).map(({ name, mount }) => [name, mount]));
  const samples: Sample[] = [];
  // The first round warms up, and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    for (const one of cases) {
      console.error(`round ${round} of ${rounds}: ${one.title}`);
      for (const contestant of rotate(contestants, round)) {
        const sandbox = `bench-${round % 2}`;
        const target = `/_mock/sandboxes/${sandbox}/reset`;
        await send(contestant.url, { method: 'POST', target, headers: {} });
        const request = inSandbox(one, mounts.get(one.api) ?? '', sandbox);
        const sample = await measure(contestant, request, seconds, connections);
        if (round > 0) samples.push({ ...sample, round });
      }
    }
  }
  return samples;
}

async function measure(
  { name, url, child, storePid }: Contestant,
  request: Case,
  seconds: number,
  connections: number,
): Promise<Omit<Sample, 'round'>> {
  const readTimes = () =>
    Promise.all([child.pid, storePid].map((pid) => (pid ? readProcessorTime(pid) : undefined)));
  const before = await readTimes();
  const startedAt = performance.now();
  const { requestsPerSecond } = await load(url, [request], seconds, connections);
  const count = (requestsPerSecond * (performance.now() - startedAt)) / 1000;
  const after = await readTimes();
  const [own, store] = after.map((time, index) => {
    const former = before[index];
    return time === undefined || former === undefined ? undefined : ((time - former) / count) * 1e6;
  });
  return {
    kind: request.kind,
    title: request.title,
    contestant: name,
    requestsPerSecond,
    ownMicroseconds: own ?? Number.NaN,
    storeMicroseconds: store,
  };
}

/** Whoever is first in one round is last in the next. */
function rotate<T>(list: readonly T[], by: number): readonly T[] {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}
