import autocannon from 'autocannon';
import { loadProject } from '../../src/apis/load-project.ts';
import type { Case } from '../cases.ts';
import { send } from '../send.ts';
import { startServer } from './contestants.ts';
import { inSandbox } from './over-state.ts';

export interface Replay {
  readonly from: string;
  /** Of the first answer of a server that knows nothing of the sandbox, in milliseconds. */
  readonly milliseconds: number;
}

/** Fills a sandbox with rows, and lets servers that never saw it answer from it. */
export async function measureReplay(
  storeUrl: string,
  cases: readonly Case[],
  rows: number,
): Promise<Replay[]> {
  const [list, create] = ['list', 'create'].map((kind) => cases.find((one) => one.kind === kind));
  const api = (await loadProject()).find(({ name }) => name === list?.api);
  if (list === undefined || create === undefined || api === undefined) {
    throw new Error('There is no case to list and to create.');
  }
  const state = ['--state', `${storeUrl}?prefix=replay`];
  const writer = await startServer('writer', state);
  console.error(`fill a sandbox with ${rows} rows`);
  const filling = inSandbox(create, api.mount, 'large');
  await fill(writer.url, filling, rows);
  const replays: Replay[] = [];
  for (const from of ['a state and what came after', 'the same, once more']) {
    const reader = await startServer('reader', state);
    // So that its code is compiled.
    await send(reader.url, inSandbox(list, api.mount, 'small'));
    const startedAt = performance.now();
    const { status } = await send(reader.url, inSandbox(list, api.mount, 'large'), 60_000);
    const milliseconds = performance.now() - startedAt;
    if (status !== list.status) throw new Error(`The first answer has ${status}.`);
    replays.push({ from, milliseconds });
    await reader.child.stop();
  }
  await writer.child.stop();
  return replays;
}

async function fill(url: string, { method, target, headers, body }: Case, amount: number) {
  const request = { method, path: target, headers, ...(body !== undefined && { body }) };
  const result = await autocannon({ url, connections: 64, amount, requests: [request] });
  if (result.non2xx > 0) throw new Error(`${result.non2xx} of ${amount} rows were refused.`);
}
