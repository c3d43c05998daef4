/** Rows of a long list that can be seen. */
export interface VisibleRows {
  readonly first: number;
  /** Index behind the last one. */
  readonly end: number;
}

/** Rows above and below that are there before they are seen. */
const MARGIN = 8;

/** Says which rows of one height can be seen. */
export function visibleRows(
  count: number,
  rowHeight: number,
  { top, height }: { readonly top: number; readonly height: number },
): VisibleRows {
  const first = Math.max(0, Math.floor(top / rowHeight) - MARGIN);
  const end = Math.min(count, Math.ceil((top + height) / rowHeight) + MARGIN);
  return { first: Math.min(first, end), end };
}
