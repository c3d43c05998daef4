import type { RunningMock } from './run-cli.ts';

const SHARES = '/crego/documents/01JQ8MZ0P94HR6HSH1DGY5VNH9/shares/';
const HEADERS = { authorization: 'Bearer x', 'content-type': 'application/json' };
const PAGE = 100;

/** Creates a share and gives its identifier; throws an error with the status of a refusal. */
export async function createShare({ url }: Pick<RunningMock, 'url'>): Promise<string> {
  const body = JSON.stringify({ expires_at: '2030-01-01T00:00:00Z' });
  const answer = await fetch(url + SHARES, { method: 'POST', headers: HEADERS, body });
  const text = await answer.text();
  if (answer.status !== 201) throw new Error(`${answer.status} ${text}`);
  return JSON.parse(text).id;
}

/** Identifiers of all shares of the document, in a sandbox. */
export async function listShares(
  { url }: Pick<RunningMock, 'url'>,
  sandbox = '',
): Promise<string[]> {
  const ids: string[] = [];
  for (let page = 1; ; page += 1) {
    const path = `${sandbox}${SHARES}?page_size=${PAGE}&page=${page}`;
    const answer = await fetch(url + path, { headers: HEADERS });
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
    const { results, has_next: hasNext } = await answer.json();
    ids.push(...results.map(({ id }: { id: string }) => id));
    if (!hasNext) return ids;
  }
}
