import { setTimeout as wait } from 'node:timers/promises';
import type { ServedDocument } from './documents.ts';
import { type Outgoing, send } from './send.ts';
import type { Launched, Server } from './servers/server.ts';

/** Request that a ready server answers with the given status. */
export interface Probe extends Outgoing {
  readonly api: string;
  readonly status: number;
}

export interface Ready {
  readonly kind: 'ready';
  readonly launched: Launched;
  /** Time from the start of the process to the first successful response of the last API. */
  readonly readySeconds: number;
}

export interface NotReady {
  readonly kind: 'failed';
  readonly reason: string;
}

const LONGEST_START_MS = 120_000;
/** After this time with wrong responses, a server will not become ready. */
const LONGEST_WRONG_MS = 3_000;
const POLL_MS = 10;

/** Starts a server and polls each API until all have responded successfully. */
export async function start(
  server: Server,
  documents: readonly ServedDocument[],
  probes: readonly Probe[],
): Promise<Ready | NotReady> {
  const launched = await server.launch(documents);
  const startedAt = Math.min(...launched.children.map(({ startedAt: at }) => at));
  // Polls one API at a time: polling all at once takes CPU time from the starting servers.
  for (const probe of probes) {
    const reason = await poll(launched, probe, startedAt);
    if (reason === undefined) continue;
    await stop(launched);
    return { kind: 'failed', reason };
  }
  return { kind: 'ready', launched, readySeconds: (performance.now() - startedAt) / 1000 };
}

export async function stop({ children }: Launched): Promise<void> {
  await Promise.all(children.map((child) => child.stop()));
}

/** Resolves with nothing on the first successful response, otherwise with the reason. */
async function poll(
  { children, baseUrls }: Launched,
  probe: Probe,
  startedAt: number,
): Promise<string | undefined> {
  const baseUrl = baseUrls.get(probe.api);
  if (baseUrl === undefined) return `does not serve ${probe.api}`;
  let wrongSince: number | undefined;
  while (performance.now() - startedAt < LONGEST_START_MS) {
    const ended = children.find((child) => child.hasEnded());
    if (ended !== undefined) return ended.reason();
    const status = await readStatus(baseUrl, probe);
    if (status === probe.status) return undefined;
    if (status !== undefined) wrongSince ??= performance.now();
    if (wrongSince !== undefined && performance.now() - wrongSince > LONGEST_WRONG_MS) {
      return `answers ${status} instead of ${probe.status}`;
    }
    await wait(POLL_MS);
  }
  return `not ready after ${LONGEST_START_MS / 1000} s`;
}

async function readStatus(baseUrl: string, probe: Probe): Promise<number | undefined> {
  try {
    return (await send(baseUrl, probe, LONGEST_START_MS)).status;
  } catch {
    return undefined;
  }
}
