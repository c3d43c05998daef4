/** Plain names of the members by which lists tell of their pages; `plainName` writes a name so. */
export const PAGE_NAMES = {
  /** Whether a page follows. */
  more: [
    ...['hasnext', 'hasmore', 'hasnextpage', 'hasmorepages', 'hasmoreitems', 'hasmoreresults'],
    ...['moreresults', 'more', 'nextpageexists', 'istruncated'],
  ],
  /** Whether a page goes before. */
  previous: ['hasprevious', 'hasprev', 'haspreviouspage', 'hasprevpage'],
  /** Number of all items. */
  total: [
    ...['total', 'totalcount', 'totalitems', 'totalelements', 'totalresults', 'totalrecords'],
    ...['totalrows', 'totalhits', 'totalentries', 'totalsize'],
  ],
  /** Number of all items, or of those of the page. */
  count: ['count', 'resultcount', 'itemcount', 'itemscount', 'numberofitems'],
  /** Number of pages. */
  pages: ['totalpages', 'totalpagecount', 'pages', 'numpages', 'numberofpages', 'lastpage'],
  /** Number of the page. */
  current: ['currentpage', 'page', 'pagenumber', 'pageno'],
  /** Cursor, number or URL of the next page. */
  next: [
    ...['next', 'nextpage', 'nextcursor', 'nextpagetoken', 'nexttoken', 'nextpagecursor'],
    ...['nextmarker', 'continuationtoken', 'nextoffset', 'nextlink', 'nexturl', 'nextpageurl'],
    ...['nexthref', 'odatanextlink', 'cursor'],
  ],
  /** Objects beside the items that tell of the list. */
  outer: [
    ...['meta', 'metadata', 'pagination', 'paging', 'page', 'pageinfo', 'links', 'cursors'],
    ...['responsemetadata', 'info'],
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
