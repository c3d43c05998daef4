/** Part of a list, and where it stands in the whole of it. */
export interface RowPage<Row> {
  readonly rows: Row[];
  /** Number of all rows. */
  readonly total: number;
  /** Number of the page, from 1. */
  readonly page: number;
  /** Number of all pages, 1 for an empty list. */
  readonly pages: number;
  readonly offset: number;
  readonly size: number;
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
}

/** Which part of a list is wanted; an offset goes before a page. */
export interface PageWish {
  /** Number of the page, from 1. */
  readonly page?: number | undefined;
  readonly offset?: number | undefined;
  /** Rows of a page; all rows unless given. */
  readonly size?: number | undefined;
}

/** Cuts a page out of a list; one beyond its end is empty. */
export function pageOf<Row>(all: readonly Row[], wish: PageWish): RowPage<Row> {
  const total = all.length;
  const size = Math.max(0, Math.floor(wish.size ?? Math.max(1, total)));
  const given = wish.offset ?? ((wish.page ?? 1) - 1) * size;
  const offset = Math.max(0, Math.floor(given));
  return {
    rows: all.slice(offset, offset + size),
    total,
    page: size === 0 ? 1 : Math.floor(offset / size) + 1,
    pages: size === 0 ? 1 : Math.max(1, Math.ceil(total / size)),
    offset,
    size,
    hasNext: size > 0 && offset + size < total,
    hasPrevious: offset > 0,
  };
}
