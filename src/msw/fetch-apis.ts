import { bypass } from 'msw';
import type { DescribedApi } from './provider-site.ts';

/** Asks the control API of a mock which APIs it serves. Rejects with an Error that says what to do. */
export async function fetchApis(url: string, token: string | undefined): Promise<DescribedApi[]> {
  // MSW adds a type of its own, which a server that it does not pass has none for.
  const accept = 'application/json';
  const headers = { accept, ...(token !== undefined && { authorization: `Bearer ${token}` }) };
  const response = await fetch(bypass(url, { headers })).catch((cause: unknown) => {
    throw new Error(`${describe(url)}, found no answer that may be read. ${advise()}`, { cause });
  });
  if (!response.ok) {
    const found = `status ${response.status}: ${await response.text()}`;
    throw new Error(`${describe(url)}, found ${found}. ${advise()}`);
  }
  const apis = readApis(await response.json().catch(() => undefined));
  if (apis !== undefined) return apis;
  throw new Error(`${describe(url)}, found something else. Is it a mock of this version?`);
}

function describe(url: string): string {
  return `Expected the APIs of a mock at ${url}`;
}

function advise(): string {
  const origin = 'location' in globalThis ? globalThis.location.origin : '<origin>';
  return `Start it with "share-contracts mock", and for a page with --control-origin ${origin} and the control token that is given here as "token".`;
}

function readApis(health: unknown): DescribedApi[] | undefined {
  const apis =
    isObject(health) && Array.isArray(health.apis) ? health.apis.map(readApi) : [undefined];
  const read = apis.filter((api) => api !== undefined);
  return read.length === apis.length ? read : undefined;
}

function readApi(api: unknown): DescribedApi | undefined {
  if (!isObject(api)) return undefined;
  const { name, url, site, servers } = api;
  if (typeof name !== 'string' || !Array.isArray(servers)) return undefined;
  const [mount, host] = [url, site].map(readPath);
  if (mount === undefined || host === undefined) return undefined;
  return { name, mount, site: host, servers: servers.map(String) };
}

/** Only the path: a proxy may give the mock another origin. */
function readPath(url: unknown): string | undefined {
  return URL.parse(String(url))?.pathname.replace(/(?<!\/)\/+$/, '');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
