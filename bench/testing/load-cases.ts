import { createMock } from '../../src/apis/mock.ts';
import { SHIPPED_REGISTRY } from '../../src/apis/root.ts';
import { type Case, loadOwnCases } from '../cases.ts';
import type { InProcessCase } from './slice.ts';

const ORIGIN = 'http://mock.test';

/** Loads a list and a create of each API that ships, with the answers of a fresh sandbox. */
export async function loadInProcessCases(): Promise<InProcessCase[]> {
  const cases = (await loadOwnCases()).filter(({ kind }) => kind === 'list' || kind === 'create');
  const mock = await createMock({ project: SHIPPED_REGISTRY });
  const mounts = new Map(mock.listApis().map(({ name, mount }): [string, string] => [name, mount]));
  const loaded = await Promise.all(cases.map((one) => record(one, mounts, mock.fetch)));
  await mock.close();
  return loaded;
}

async function record(
  { id, title, api, method, target, headers: { prefer = '', ...headers }, body }: Case,
  mounts: ReadonlyMap<string, string>,
  fetch: (request: Request) => Promise<Response>,
): Promise<InProcessCase> {
  const url = `${ORIGIN}${mounts.get(api)}${target}`;
  const sent = { method, headers, ...(body !== undefined && { body }) };
  const response = await fetch(new Request(url, sent));
  const { status } = response;
  const recorded = { status, headers: [...response.headers], text: await response.text() };
  return { id, title, url, prefer, ...sent, recorded };
}
