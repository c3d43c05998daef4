import { factsOf } from '../call-facts.ts';
import type { CallInput } from '../call-input.ts';
import { PagingError } from '../errors/paging-error.ts';
import type { Connection } from '../outcome.ts';
import { readMember } from '../read-member.ts';
import type { Route } from '../route.ts';
import { writeUrl } from '../write-url.ts';
import type { Page, PageOptions, PageStart, Paging } from './paging.ts';

/** Reads the pages of a list, each when it is asked for. Throws PagingError for a page that was there before, and what a call throws. */
export async function* readPages(
  client: Connection,
  route: Route,
  paging: Paging,
  input: CallInput = {},
  { from, limit = Number.POSITIVE_INFINITY }: PageOptions = {},
): AsyncGenerator<Page<unknown, unknown>, void, undefined> {
  const { by, parameter = '' } = paging;
  const seen = new Set<PageStart | undefined>();
  // Pages that are counted go on from the one that the caller asks for.
  const first = readMember(input.query, [parameter]);
  let start = from ?? (first ? String(first) : undefined);
  for (let count = 0; count < limit; count += 1) {
    const asked =
      start === undefined
        ? input
        : (by.askFor?.(start, client, route, input) ?? {
            ...input,
            query: { ...input.query, [parameter]: start },
          });
    const outcome = await client.send(route, asked);
    if (!outcome.ok) {
      if (count > 0 && by.isPast?.(paging, outcome.error)) return;
      throw outcome.error;
    }
    const { data } = outcome;
    const items = [readMember(data, paging.items) ?? []].flat();
    seen.add(start);
    const url = writeUrl(client.baseUrl, route, asked);
    const next = by.findNext(paging, { ...outcome, items, url }, input, start);
    if (next !== undefined && seen.has(next)) {
      throw new PagingError(factsOf(route), 'page comes again');
    }
    yield { items, data, next };
    if (next === undefined) return;
    start = next;
  }
}

/** Reads the items of all pages; throws as `readPages` does. */
export async function* readItems(
  client: Connection,
  route: Route,
  paging: Paging,
  input?: CallInput,
  { from, limit = Number.POSITIVE_INFINITY }: PageOptions = {},
): AsyncGenerator<unknown, void, undefined> {
  let left = limit;
  if (left < 1) return;
  for await (const { items } of readPages(client, route, paging, input, { from })) {
    for (const item of items) {
      yield item;
      left -= 1;
      if (left < 1) return;
    }
  }
}
