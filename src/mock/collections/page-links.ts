import type { ListQuery } from '../../contract/collections/collection.ts';
import type { RowPage } from '../authoring/page-of.ts';

/** URLs of the pages around one; `undefined` where there is none. */
export interface PageLinks {
  readonly self: string;
  readonly first: string;
  readonly last: string;
  readonly next: string | undefined;
  readonly previous: string | undefined;
}

/** What a list was asked for. */
export interface ListAddress {
  /** URL without a query. */
  readonly url: string;
  readonly query: URLSearchParams;
}

/** Names the pages around one by the parameters of its list; `lastKey` is the key of its last row. */
export function linkPages(
  page: RowPage<unknown>,
  known: ListQuery,
  { url, query }: ListAddress,
  lastKey: string | undefined,
): PageLinks {
  const { hasNext, hasPrevious, offset, size } = page;
  const lastOffset = Math.max(0, (page.pages - 1) * size);
  return {
    self: write({}),
    first: at(0, undefined),
    last: at(lastOffset, undefined),
    next: hasNext ? at(offset + size, lastKey) : undefined,
    previous: hasPrevious ? at(Math.max(0, offset - size), undefined) : undefined,
  };

  function at(start: number, key: string | undefined): string {
    const first = known.page?.fallback === 0 ? 0 : 1;
    const number = size === 0 ? first : Math.floor(start / size) + first;
    if (known.page !== undefined) return write({ [known.page.parameter]: `${number}` });
    if (known.offset !== undefined) return write({ [known.offset.parameter]: `${start}` });
    if (known.after === undefined) return write({});
    return write({ [known.after.parameter]: start === 0 ? undefined : (key ?? `${start}`) });
  }

  function write(changes: Readonly<Record<string, string | undefined>>): string {
    const changed = new URLSearchParams(query);
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined) changed.delete(name);
      else changed.set(name, value);
    }
    return changed.size === 0 ? url : `${url}?${changed}`;
  }
}

/** Writes the header `Link`, https://www.rfc-editor.org/rfc/rfc8288#section-3. */
export function writeLinkHeader({ first, last, next, previous }: PageLinks): string {
  const links = { prev: previous, next, first, last };
  return Object.entries(links)
    .flatMap(([rel, url]) => (url === undefined ? [] : [`<${url}>; rel="${rel}"`]))
    .join(', ');
}
