import type { Case } from './cases.ts';
import type { Contender } from './groups.ts';
import { median } from './median.ts';
import { type Ready, start, stop } from './ready.ts';
import type { StartResult } from './results.ts';
import { type Answer, send } from './send.ts';
import type { Launched } from './servers/server.ts';

/** Server that was started, or the reason why it could not be. */
export interface Contestant {
  readonly name: string;
  readonly validates: string;
  readonly start: StartResult;
  readonly launched: Launched | undefined;
}

const MOST_STARTS = 3;
/** A slower start is not repeated. */
const LONGEST_STARTS_SECONDS = 10;

/**
 * Starts a server up to three times and keeps the last one running; its ready time is the median.
 */
export async function startContestant(
  { server, documents }: Contender,
  probes: readonly Case[],
): Promise<Contestant> {
  const { name, validates } = server;
  const times: number[] = [];
  let last: Ready | undefined;
  while (times.length < MOST_STARTS && sum(times) < LONGEST_STARTS_SECONDS) {
    if (last !== undefined) await stop(last.launched);
    const outcome = await start(server, documents, probes);
    if (outcome.kind === 'failed') return { name, validates, start: outcome, launched: undefined };
    last = outcome;
    times.push(outcome.readySeconds);
  }
  const readySeconds = median(times);
  return { name, validates, start: { kind: 'ready', readySeconds }, launched: last?.launched };
}

/** Sends the request of a case to a running server; returns nothing on a connection error. */
export async function ask({ launched }: Contestant, asked: Case): Promise<Answer | undefined> {
  const baseUrl = launched?.baseUrls.get(asked.api);
  if (baseUrl === undefined) return undefined;
  return send(baseUrl, asked).catch(() => undefined);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
