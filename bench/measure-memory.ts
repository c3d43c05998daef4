import type { Case } from './cases.ts';
import type { Contestant } from './contestant.ts';
import { CONNECTIONS, LoadError, load } from './load.ts';
import { readMemory } from './memory.ts';

/** Measures resident memory in MB after some seconds of load with all cases of a server. */
export async function measureMemory(
  { launched }: Contestant,
  cases: readonly Case[],
  seconds: number,
): Promise<number | undefined> {
  if (launched === undefined || cases.length === 0) return undefined;
  const byApi = Object.entries(Object.groupBy(cases, ({ api }) => api));
  const connections = Math.ceil(CONNECTIONS / Math.max(1, byApi.length));
  if (seconds > 0) {
    await Promise.all(
      byApi.map(([api, own = []]) =>
        tolerate(load(launched.baseUrls.get(api) ?? '', own, seconds, connections)),
      ),
    );
  }
  return readMemory(launched.children.map(({ pid }) => pid));
}

/** Ignores failures under load, which `measureCase` reports. */
async function tolerate(loading: Promise<unknown>): Promise<void> {
  try {
    await loading;
  } catch (error) {
    if (!(error instanceof LoadError)) throw error;
  }
}
