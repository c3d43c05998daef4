import type { ListQuery } from '../../contract/collections/collection.ts';
import { plainName } from '../../contract/collections/member-names.ts';
import { PAGE_NAMES } from '../../contract/collections/page-names.ts';
import type { SchemaPlace } from '../../contract/model/contract.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import type { RowPage } from '../authoring/page-of.ts';
import type { Fitting } from './fit-value.ts';
import type { PageLinks } from './page-links.ts';

/** What the members of an envelope are filled from. */
export interface FilledPage {
  readonly page: RowPage<unknown>;
  readonly links: PageLinks;
  readonly query: ListQuery;
  readonly lastKey: string | undefined;
}

type Fill = (filled: FilledPage) => unknown;

const TOTAL: Fill = ({ page }) => page.total;
const SHOWN: Fill = ({ page }) => page.rows.length;
const HAS_NEXT: Fill = ({ page }) => page.hasNext;
const HAS_PREVIOUS: Fill = ({ page }) => page.hasPrevious;
const PAGE: Fill = ({ page }) => page.page;
const PAGES: Fill = ({ page }) => page.pages;
const SIZE: Fill = ({ page }) => page.size;
const OFFSET: Fill = ({ page }) => page.offset;

/** Members of an envelope by their plain names. */
const FILLS: ReadonlyMap<string, Fill> = new Map([
  ...names(TOTAL, ...PAGE_NAMES.total, ...PAGE_NAMES.count),
  ...names(SHOWN, 'numberofelements', 'returned', 'itemsonpage', 'pagecount'),
  ...names(HAS_NEXT, ...PAGE_NAMES.more),
  ...names(HAS_PREVIOUS, ...PAGE_NAMES.previous),
  ...names(PAGE, ...PAGE_NAMES.current, 'pageindex'),
  ...names(PAGES, ...PAGE_NAMES.pages),
  ...names(SIZE, 'perpage', 'pagesize', 'limit', 'size', 'itemsperpage', 'maxresults'),
  ...names(OFFSET, 'offset', 'skip', 'start', 'startindex', 'startat'),
]);

const NEXT: readonly string[] = [...PAGE_NAMES.next, 'after', 'continue'];
const PREVIOUS = [
  'previous',
  'prev',
  'previouspage',
  'prevpage',
  'previousurl',
  'prevurl',
  'before',
  'prevcursor',
  'previouscursor',
  'previouslink',
  'prevlink',
  'prevpageurl',
  'previoushref',
  'previouspagetoken',
  'prevpagetoken',
];
/** Objects beside the list that tell of its pages. */
const OUTER: readonly string[] = [
  ...PAGE_NAMES.outer,
  ...['pages', 'nextpage', 'prevpage', 'next', 'prev', 'previous'],
];
const MOST_LEVELS = 3;

function names(fill: Fill, ...all: string[]): [string, Fill][] {
  return all.map((name) => [name, fill]);
}

/** Fills what a body says of its pages beside the list: totals, numbers, and how to get the next one. */
export function fillEnvelope(
  body: unknown,
  place: SchemaPlace,
  filled: FilledPage,
  fitting: Fitting,
  isLink = false,
  level = 0,
): unknown {
  const { places } = fitting;
  if (!isJsonObject(body) || level > MOST_LEVELS) return body;
  const members = new Map(Object.entries(body));
  const hasTotal = [...places.members(place).keys()].some((name) =>
    /^total/i.test(plainName(name)),
  );
  const required = places.required(place);
  for (const [name, inner] of places.members(place)) {
    const plain = plainName(name);
    const types = places.types(inner);
    const own = members.get(name);
    if (types.includes('object') || isJsonObject(own)) {
      if (!OUTER.includes(plain)) continue;
      if (hasNoPage(plain, filled)) clear(name, inner);
      else if (own !== undefined) {
        const isOfLinks = isLink || plain === 'links' || isNext(plain);
        const outer = isNext(plain) ? renameLink(plain, filled) : filled;
        members.set(name, fillEnvelope(own, inner, outer, fitting, isOfLinks, level + 1));
      }
      continue;
    }
    if (types.includes('array')) continue;
    const value = findValue(plain, inner, types, own, filled);
    if (value === undefined) continue;
    if (value === null) clear(name, inner);
    else if (fitting.isValid(inner, value)) members.set(name, value);
  }
  return Object.fromEntries(members);

  /** There is no such page. */
  function clear(name: string, inner: SchemaPlace): void {
    if (fitting.isValid(inner, null)) members.set(name, null);
    else if (!required.has(name)) members.delete(name);
    else if (fitting.isValid(inner, '')) members.set(name, '');
  }

  function findValue(
    plain: string,
    inner: SchemaPlace,
    types: readonly string[],
    own: unknown,
    { page, links, query, lastKey }: FilledPage,
  ): unknown {
    if (plain === 'self' || (isLink && plain === 'current')) return links.self;
    if (isLink && plain === 'first') return links.first;
    if (isLink && plain === 'last') return links.last;
    if (isLink && plain === 'href') return links.self;
    if (plain === 'count' && hasTotal) return page.rows.length;
    if (!NEXT.includes(plain) && !PREVIOUS.includes(plain)) return FILLS.get(plain)?.(filled);
    const isForward = NEXT.includes(plain);
    const link = isForward ? links.next : links.previous;
    if (link === undefined) return null;
    if (types.includes('integer') || types.includes('number')) {
      return query.page === undefined ? page.offset + page.size : page.page + (isForward ? 1 : -1);
    }
    const isUrl =
      isLink ||
      /url|link|href/.test(plain) ||
      places.keyword(inner, 'format') === 'uri' ||
      (query.after === undefined && !/token|cursor/.test(plain)) ||
      /^(?:https?:|\/)/.test(typeof own === 'string' ? own : '');
    return isUrl ? link : isForward ? (lastKey ?? null) : null;
  }
}

function isNext(plain: string): boolean {
  return NEXT.includes(plain) || PREVIOUS.includes(plain);
}

function hasNoPage(plain: string, { links }: FilledPage): boolean {
  if (NEXT.includes(plain)) return links.next === undefined;
  return PREVIOUS.includes(plain) && links.previous === undefined;
}

/** Inside of `next: {href}`, the link is that of the next page. */
function renameLink(plain: string, filled: FilledPage): FilledPage {
  const { links } = filled;
  const self = (NEXT.includes(plain) ? links.next : links.previous) ?? links.self;
  return { ...filled, links: { ...links, self } };
}
